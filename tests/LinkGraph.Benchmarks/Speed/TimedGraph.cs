using System.Diagnostics;
using System.Runtime.CompilerServices;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Benchmarks.Speed;

/// <summary>Adds up the time that calls to a graph take, and the rows they write.</summary>
internal sealed class TimedGraph(IGraphStore graph) : IGraphStore
{
    private readonly Stopwatch _time = new();

    public TimeSpan Elapsed => _time.Elapsed;

    public long Rows { get; private set; }

    public Task EnsureSchemaAsync(CancellationToken cancellationToken) => TimeAsync(() => graph.EnsureSchemaAsync(cancellationToken));

    public async Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken)
    {
        using var _ = Running();
        return await graph.ReadCheckpointAsync(source, cancellationToken);
    }

    public async Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        using var _ = Running();
        Rows += batch.RowCount;
        return await graph.WriteAsync(batch, cancellationToken);
    }

    public IAsyncEnumerable<SentRow> ReadSentAsync(CancellationToken cancellationToken) => TimeAsync(graph.ReadSentAsync(cancellationToken), cancellationToken);

    public IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync(CancellationToken cancellationToken) =>
        TimeAsync(graph.ReadPromptTotalsAsync(cancellationToken), cancellationToken);

    public Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken)
    {
        Rows += changes.Set.Count + changes.Removed.Count + changes.Totals.Count;
        return TimeAsync(() => graph.WriteSentAsync(changes, cancellationToken));
    }

    public IAsyncEnumerable<NetworkRow> ReadNetworksAsync(CancellationToken cancellationToken) => TimeAsync(graph.ReadNetworksAsync(cancellationToken), cancellationToken);

    public IAsyncEnumerable<ExitRow> ReadExitsAsync(CancellationToken cancellationToken) => TimeAsync(graph.ReadExitsAsync(cancellationToken), cancellationToken);

    public Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken)
    {
        Rows += exits.Count;
        return TimeAsync(() => graph.WriteExitsAsync(exits, cancellationToken));
    }

    private async Task TimeAsync(Func<Task> call)
    {
        using var _ = Running();
        await call();
    }

    /// <summary>The time until each item is there, not what is done with it.</summary>
    private async IAsyncEnumerable<T> TimeAsync<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var enumerator = items.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            using (Running())
            {
                if (!await enumerator.MoveNextAsync())
                    yield break;
            }
            yield return enumerator.Current;
        }
    }

    private Span Running()
    {
        _time.Start();
        return new Span(_time);
    }

    private readonly struct Span(Stopwatch time) : IDisposable
    {
        public void Dispose() => time.Stop();
    }
}
