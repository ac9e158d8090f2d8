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
            GlobalOptions.Database, GlobalOptions.State, GlobalOptions.Queries, GlobalOptions.Verbose,
        };
        ProgramCommand[] commands =
        [
            new GenerateCommand(), new IngestCommand(), new ResolveCommand(), new OperatorsCommand(), new ShowCommand(), new CypherCommand(),
            new EvaluateCommand(), new DemoCommand(), new ServeCommand(),
        ];
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
            var host = Composition.Build(arguments, terminal, cancellationToken);
            await using var services = (IAsyncDisposable)host;
            return await command.RunAsync(new CommandContext(arguments, host.Services, terminal), cancellationToken);
        }
#pragma warning disable CA1031 // the one place where every exception ends: as a message and an exit code
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = Failure.Explain(
                exception, cancellationToken.IsCancellationRequested ? command.WhenStopped : null, Composition.DatabaseOf(arguments));
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
