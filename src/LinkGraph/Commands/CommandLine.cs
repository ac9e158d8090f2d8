using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using LinkGraph.Hosting;
using LinkGraph.Output;

namespace LinkGraph.Commands;

/// <summary>From arguments to an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
            return WrongUsage(parsed, terminal);
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,       // Interrupt sees to it
        };
        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Finds the few operators behind many accounts: records go into a property graph, operators come out.")
        {
            GlobalOptions.Database, GlobalOptions.State, GlobalOptions.Verbose,
        };
        ProgramCommand[] commands = [new GenerateCommand(), new IngestCommand(), new EvaluateCommand()];
        foreach (var command in commands)
        {
            command.SetAction((arguments, token) => RunAsync(command, arguments, terminal, token));
            root.Add(command);
        }
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static async Task<int> RunAsync(ProgramCommand command, ParseResult arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            using var host = Composition.Build(arguments, terminal);
            return await command.RunAsync(new CommandContext(arguments, host.Services, terminal), cancellationToken);
        }
        catch (Exception exception) when (Failure.Explain(exception, cancellationToken.IsCancellationRequested) is { } failure)
        {
            terminal.Note(failure.Message);
            if (arguments.GetValue(GlobalOptions.Verbose))
                terminal.Note(exception.ToString());
            return failure.ExitCode;
        }
        finally
        {
            await terminal.Out.FlushAsync(CancellationToken.None);
        }
    }

    private static int WrongUsage(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
            terminal.Note(error.Message);
        string command = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        terminal.Note($"See linkgraph{command} --help.");
        return ExitCode.WrongUsage;
    }
}
