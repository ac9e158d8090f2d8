namespace LinkGraph.Cypher;

/// <summary>Limits of statements.</summary>
public sealed record CypherOptions
{
    /// <summary>Bytes, estimated, that a statement may hold at once in sorts, groups and paths; none if null.</summary>
    public long? StatementMemory { get; init; } = 1L << 30;

    /// <summary>The folder from which LOAD CSV reads, and no other; it is refused if null.</summary>
    public string? ImportFolder { get; init; }

    /// <summary>Whom SHOW USERS and SHOW CURRENT USER tell of; nobody if null.</summary>
    public string? User { get; init; }

    /// <summary>How long a statement waits for another transaction to finish writing.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
