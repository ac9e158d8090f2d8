using LinkGraph.Ingestion.Prompts;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Benchmarks.Speed;

/// <summary>Takes everything and keeps nothing: what is left is reading, signatures and aggregation.</summary>
internal sealed class NullGraph : IGraphStore, IPromptSpool
{
    public Task EnsureSchemaAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken) => Task.FromResult<Checkpoint?>(null);

    public Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken) => Task.FromResult(true);

    public IAsyncEnumerable<SentRow> ReadSentAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<SentRow>();

    public IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<PromptTotalsRow>();

    public Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken) => Task.CompletedTask;

    public IAsyncEnumerable<NetworkRow> ReadNetworksAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<NetworkRow>();

    public IAsyncEnumerable<ExitRow> ReadExitsAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<ExitRow>();

    public Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Append(string source, long seq, SketchBatch sketches)
    {
    }

    public long? LastSeq(string source) => null;

    public void DropAfter(string source, long seq)
    {
    }
}
