using LinkGraph.Model.Ingest;

namespace LinkGraph.UnitTests.Settling;

/// <summary>The part of a graph that settling sees, in memory. It can fail after a number of writes, as a killed process does.</summary>
internal sealed class MemoryGraph : IGraphStore
{
    public SortedDictionary<(string Account, string Signature), SentRow> Sent { get; } = [];

    public SortedDictionary<string, PromptTotalsRow> Totals { get; } = new(StringComparer.Ordinal);

    public List<NetworkRow> Networks { get; } = [];

    public SortedDictionary<string, ExitRow> Exits { get; } = new(StringComparer.Ordinal);

    public int Writes { get; private set; }

    public int FailAfter { get; set; } = int.MaxValue;

    public int LargestWrite { get; private set; }

    public async IAsyncEnumerable<SentRow> ReadSentAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (SentRow row in Sent.Values.ToList())
        {
            yield return row;
        }
    }

    public async IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (PromptTotalsRow row in Totals.Values.ToList())
        {
            yield return row;
        }
    }

    public Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken)
    {
        CountWrite(changes.Set.Count + changes.Removed.Count + changes.Totals.Count);
        foreach ((string, string) removed in changes.Removed)
        {
            Sent.Remove(removed);
        }
        foreach (SentRow row in changes.Set)
        {
            Sent[(row.Account, row.Signature)] = row;
        }
        foreach (PromptTotalsRow row in changes.Totals)
        {
            Totals[row.Account] = row;
        }
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<NetworkRow> ReadNetworksAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (NetworkRow row in Networks)
        {
            yield return row;
        }
    }

    public async IAsyncEnumerable<ExitRow> ReadExitsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (ExitRow row in Exits.Values.ToList())
        {
            yield return row;
        }
    }

    public Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken)
    {
        CountWrite(exits.Count);
        foreach (ExitRow row in exits)
        {
            Exits[row.Address] = row;
        }
        return Task.CompletedTask;
    }

    public Task EnsureSchemaAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void CountWrite(int rows)
    {
        if (Writes == FailAfter)
        {
            throw new IOException("killed");
        }
        Writes++;
        LargestWrite = Math.Max(LargestWrite, rows);
    }
}
