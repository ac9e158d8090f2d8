namespace LinkGraph.Bolt.Server;

/// <summary>What is said of a query when its last row is read. Maps hold strings, numbers, booleans, lists and maps.</summary>
public sealed record BoltSummary
{
    /// <summary><c>r</c>, <c>rw</c>, <c>w</c> or <c>s</c> (schema).</summary>
    public required string Type { get; init; }

    /// <summary>The database it ran on.</summary>
    public required string Database { get; init; }

    /// <summary>Counters by Bolt's names, as <c>nodes-created</c>; null if nothing changed.</summary>
    public IReadOnlyDictionary<string, object?>? Statistics { get; init; }

    /// <summary>The plan, if the query asked for it.</summary>
    public IReadOnlyDictionary<string, object?>? Plan { get; init; }

    /// <summary>The plan with what it cost, if the query asked for it.</summary>
    public IReadOnlyDictionary<string, object?>? Profile { get; init; }
}
