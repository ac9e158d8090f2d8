using System.CommandLine;
using LinkGraph.Output;

namespace LinkGraph.Commands;

/// <summary>A command of the program: its arguments, examples for its help, and what it does.</summary>
internal abstract class ProgramCommand(string name, string description) : Command(name, description)
{
    /// <summary>Shown at the end of the command's help.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>What to say when it was stopped.</summary>
    public virtual string WhenStopped => "Stopped.";

    /// <summary>Does the work. Returns an exit code; throws what <see cref="Hosting.Failure"/> explains.</summary>
    public abstract Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken);
}

/// <summary>What a command works with.</summary>
internal sealed record CommandContext(ParseResult Arguments, IServiceProvider Services, Terminal Terminal);
