namespace Neo4j.Driver;

/// <summary>How a transaction behaves; set through <see cref="TransactionConfigBuilder"/>.</summary>
public sealed class TransactionConfig
{
    internal static TransactionConfig Default { get; } = new();

    internal TransactionConfig()
    {
    }

    /// <summary>Attached to the transaction in the server's lists and logs.</summary>
    public IDictionary<string, object> Metadata { get; internal set; } = new Dictionary<string, object>();

    /// <summary>When the server ends the transaction; null: the server's own setting, zero: never.</summary>
    public TimeSpan? Timeout { get; internal set; }
}
