namespace LinkGraph.Storage;

/// <summary>How a store keeps its folder.</summary>
public sealed record StoreOptions
{
    /// <summary>Bytes of log after which a checkpoint is made. More of them take longer to recover, fewer are written twice more often.</summary>
    public long CheckpointAfter { get; init; } = 64L << 20;
}
