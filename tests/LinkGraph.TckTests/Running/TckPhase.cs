namespace LinkGraph.TckTests.Running;

/// <summary>When an error was raised.</summary>
public enum TckPhase
{
    /// <summary>Before anything of the query ran.</summary>
    CompileTime,

    /// <summary>While the query ran.</summary>
    Runtime,
}
