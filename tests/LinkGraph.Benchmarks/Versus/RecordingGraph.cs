using LinkGraph.Benchmarks.InMemory;
using LinkGraph.Graph.Ingest;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Benchmarks.Versus;

/// <summary>Keeps what ingestion writes, transaction by transaction and in the pieces that the program sends, to be written to several databases.</summary>
internal sealed class RecordingGraph : IGraphStore
{
    private const int RowsPerStatement = 5_000;

    private readonly InMemoryGraph _graph = new();

    public List<List<WrittenRows>> Transactions { get; } = [];

    public Task EnsureSchemaAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken) => _graph.ReadCheckpointAsync(source, cancellationToken);

    public Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        Add(
            ("accounts", batch.Accounts.Select(RowLists.Of)), ("activity", batch.Activity.Select(RowLists.Of)),
            ("payment_methods", batch.Payments.Select(RowLists.Of)), ("addresses", batch.Addresses.Select(RowLists.Of)),
            ("clients", batch.Clients.Select(RowLists.Of)), ("model_uses", batch.ModelUses.Select(RowLists.Of)),
            ("time_windows", batch.Windows.Select(RowLists.Of)), ("networks", batch.Networks.Select(RowLists.Of)),
            ("models", batch.Models.Select(RowLists.Of)));
        return _graph.WriteAsync(batch, cancellationToken);
    }

    public IAsyncEnumerable<SentRow> ReadSentAsync(CancellationToken cancellationToken) => _graph.ReadSentAsync(cancellationToken);

    public IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync(CancellationToken cancellationToken) => _graph.ReadPromptTotalsAsync(cancellationToken);

    public Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken)
    {
        Add(("sent", changes.Set.Select(RowLists.Of)), ("prompt_totals", changes.Totals.Select(RowLists.Of)));
        return _graph.WriteSentAsync(changes, cancellationToken);
    }

    public IAsyncEnumerable<NetworkRow> ReadNetworksAsync(CancellationToken cancellationToken) => _graph.ReadNetworksAsync(cancellationToken);

    public IAsyncEnumerable<ExitRow> ReadExitsAsync(CancellationToken cancellationToken) => _graph.ReadExitsAsync(cancellationToken);

    public Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken)
    {
        Add(("exits", exits.Where(exit => exit.ProxyId is not null).Select(object (exit) => new object?[] { exit.Address, exit.ProxyId, exit.Confidence })));
        return _graph.WriteExitsAsync(exits, cancellationToken);
    }

    private void Add(params ReadOnlySpan<(string Query, IEnumerable<object> Rows)> statements)
    {
        List<WrittenRows> transaction = [];
        foreach (var (query, rows) in statements)
            transaction.AddRange(rows.Chunk(RowsPerStatement).Select(chunk => new WrittenRows("ingest/" + query, chunk)));
        Transactions.Add(transaction);
    }
}
