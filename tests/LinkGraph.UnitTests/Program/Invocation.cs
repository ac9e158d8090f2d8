using LinkGraph.Commands;
using LinkGraph.Output;

namespace LinkGraph.UnitTests.Program;

/// <summary>One call of the program in this process, its output piped.</summary>
internal sealed record Invocation(int ExitCode, string Out, string Error)
{
    public static async Task<Invocation> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        using var terminal = new Terminal(Stream.Null, output, error, outputIsScreen: false, errorIsScreen: false);
        int code = await CommandLine.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new Invocation(code, output.ToString(), error.ToString());
    }
}
