using LinkGraph.Hosting;
using LinkGraph.Graph.Publishing;
using LinkGraph.Output;

namespace LinkGraph.UnitTests.Program;

/// <summary>Values from the graph on a screen and in files.</summary>
public sealed class OutputTests
{
    private const string Hostile = "a\u001b]0;title\u0007\u009b31m\u202e[red]b[/]";

    [Fact]
    public async Task Write_TableOfHostileText_ShowsItWithoutSteeringTheTerminal()
    {
        string table = await WriteAsync(OutputFormat.Table, Hostile);

        Assert.DoesNotContain(table, c => (char.IsControl(c) && c is not ('\n' or '\r')) || c == '\u202e');
        Assert.Contains("[red]b[/]", table, StringComparison.Ordinal);
        Assert.Contains("\\u001B", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_Csv_KeepsTextAndNumbersExact()
    {
        string csv = await WriteAsync(OutputFormat.Csv, Hostile, 1e-9, 0.1 + 0.2, 1.5e300, "a,\"b\"\n");

        Assert.Equal($"c0,c1,c2,c3,c4\n{Hostile},1E-09,0.30000000000000004,1.5E+300,\"a,\"\"b\"\"\n\"\n", csv);
    }

    [Fact]
    public void Note_HostileText_IsWrittenOut()
    {
        var error = new StringWriter();
        using var terminal = new Terminal(Stream.Null, TextWriter.Null, error, outputIsScreen: false, errorIsScreen: false);

        terminal.Note("file\u001b[2J.ndjson\nsecond line");

        Assert.Equal($"file\\u001B[2J.ndjson\nsecond line{Environment.NewLine}", error.ToString());
    }

    [Fact]
    public void Explain_PublicationTooLarge_IsNoFaultOfTheProgram()
    {
        var failure = Failure.Explain(new PublicationTooLargeException("Give it a larger heap.", new InvalidOperationException()), null, null);

        Assert.Equal(new Failure(ExitCode.Failed, "Give it a larger heap."), failure);
    }

    private static async Task<string> WriteAsync(OutputFormat format, params object[] values)
    {
        var output = new StringWriter();
        using var terminal = new Terminal(Stream.Null, output, TextWriter.Null, outputIsScreen: false, errorIsScreen: false);
        string[] columns = [.. values.Select((_, index) => $"c{index}")];
        await RecordWriter.For(format, terminal).WriteAsync(columns, Once(values), TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Once(IReadOnlyList<object?> record)
    {
        await Task.CompletedTask;
        yield return record;
    }
}
