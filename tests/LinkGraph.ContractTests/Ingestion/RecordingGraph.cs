using System.Runtime.CompilerServices;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Model.Ingest;

namespace LinkGraph.ContractTests.Ingestion;

/// <summary>Keeps the batches and checkpoints it is given; can be told to fail.</summary>
internal sealed class RecordingGraph : IGraphStore, IPromptSpool
{
    private readonly Dictionary<string, Checkpoint> _checkpoints = [];
    private readonly Dictionary<string, long> _spooled = [];

    public List<IngestBatch> Batches { get; } = [];

    /// <summary>Called with the number of the write, from 1, before it is applied.</summary>
    public Func<int, Task> OnWrite { get; set; } = _ => Task.CompletedTask;

    public Task EnsureSchemaAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken) =>
        Task.FromResult(_checkpoints.GetValueOrDefault(source));

    public async Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        await OnWrite(Batches.Count + 1);
        _checkpoints[batch.Checkpoint.Source] = batch.Checkpoint;
        Batches.Add(batch);
        return true;
    }

    public void Append(string source, long seq, SketchBatch sketches) => _spooled[source] = seq;

    public long? LastSeq(string source) => _spooled.TryGetValue(source, out long seq) ? seq : null;

    public void DropAfter(string source, long seq)
    {
        // Only what was acknowledged is ever asked for here.
    }

    public async IAsyncEnumerable<SentRow> ReadSentAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    public async IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async IAsyncEnumerable<NetworkRow> ReadNetworksAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    public async IAsyncEnumerable<ExitRow> ReadExitsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    public Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken) => throw new NotSupportedException();
}
