namespace LinkGraph.Bolt.Server;

/// <summary>How a client wants a transaction.</summary>
public sealed record BoltTransactionOptions
{
    /// <summary>The database by name; null for the default one.</summary>
    public string? Database { get; init; }

    /// <summary>The client promises not to write.</summary>
    public bool IsReadOnly { get; init; }
}
