namespace LinkGraph.Model.Ingest;

/// <summary>
/// The graph as ingestion sees it. Every write is one transaction and safe to repeat: a batch by its checkpoint, derived facts because
/// they are absolute. Members throw what the driver throws; what is transient has been retried already.
/// </summary>
public interface IGraphStore
{
    /// <summary>Creates the constraints and indexes of the schema where they are missing.</summary>
    Task EnsureSchemaAsync(CancellationToken cancellationToken);

    /// <summary>The checkpoint of a source; null where nothing of it has been written.</summary>
    Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken);

    /// <summary>Writes a batch. False where the graph had it already: nothing was written then.</summary>
    Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken);

    /// <summary>All (:Account)-[:SENT]->(:PromptSignature) that the graph holds.</summary>
    IAsyncEnumerable<SentRow> ReadSentAsync(CancellationToken cancellationToken);

    /// <summary>All prompt totals that the graph holds.</summary>
    IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync(CancellationToken cancellationToken);

    /// <summary>Writes one batch of changes to the templates.</summary>
    Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken);

    /// <summary>All proxy networks that the graph holds.</summary>
    IAsyncEnumerable<NetworkRow> ReadNetworksAsync(CancellationToken cancellationToken);

    /// <summary>All addresses that the graph holds, each with the proxy that it is an exit of.</summary>
    IAsyncEnumerable<ExitRow> ReadExitsAsync(CancellationToken cancellationToken);

    /// <summary>Makes each address an exit of the proxy given, and of no other.</summary>
    Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken);
}
