namespace LinkGraph.Storage;

/// <summary>Where a write transaction stands.</summary>
public enum TransactionState
{
    Open,

    /// <summary>A statement failed half-way; only a rollback is possible.</summary>
    Failed,

    Committed,

    RolledBack,
}
