namespace LinkGraph.Hosting;

/// <summary>What the program's exit code tells a script.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something failed, or the run was stopped; the message on standard error says how to go on.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong: nothing was started.</summary>
    public const int WrongUsage = 2;

    /// <summary>The work is done but held back for a person to look at: too many records were rejected, or a result passes a set limit.</summary>
    public const int Held = 3;
}
