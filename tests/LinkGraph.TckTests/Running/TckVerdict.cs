namespace LinkGraph.TckTests.Running;

/// <summary>How a scenario went.</summary>
public enum TckVerdict
{
    Passed,

    /// <summary>An error was asked for and came, but of another type or in another phase.</summary>
    WrongError,

    Failed,

    /// <summary>The target cannot register the procedure that the scenario needs.</summary>
    Unsupported,
}
