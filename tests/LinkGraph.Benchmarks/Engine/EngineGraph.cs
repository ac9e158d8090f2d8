using System.Diagnostics;
using System.Runtime.CompilerServices;
using LinkGraph.Cypher;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Ingest;
using LinkGraph.Model.Ingest;
using LinkGraph.Storage.Values;

namespace LinkGraph.Benchmarks.Engine;

/// <summary>The embedded engine as ingestion writes it: the statements of cypher/ingest, each with the rows and the time it took.</summary>
internal sealed class EngineGraph(CypherEngine engine, QueryCatalogue catalogue) : IGraphStore
{
    private const int RowsPerStatement = 5_000;

    /// <summary>By statement.</summary>
    public SortedDictionary<string, Cost> Costs { get; } = new(StringComparer.Ordinal);

    public async Task EnsureSchemaAsync(CancellationToken cancellationToken)
    {
        foreach (var statement in catalogue.InFolder("schema"))
        {
            using var result = await engine.RunAsync(statement.Text, cancellationToken: cancellationToken);
            _ = result.Rows().Count();
        }
    }

    public Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken) => Task.FromResult<Checkpoint?>(null);

    public async Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        await WriteAsync(
            [
                ("accounts", [.. batch.Accounts.Select(RowLists.Of)]), ("activity", [.. batch.Activity.Select(RowLists.Of)]),
                ("payment_methods", [.. batch.Payments.Select(RowLists.Of)]), ("addresses", [.. batch.Addresses.Select(RowLists.Of)]),
                ("clients", [.. batch.Clients.Select(RowLists.Of)]), ("model_uses", [.. batch.ModelUses.Select(RowLists.Of)]),
                ("time_windows", [.. batch.Windows.Select(RowLists.Of)]), ("networks", [.. batch.Networks.Select(RowLists.Of)]),
                ("models", [.. batch.Models.Select(RowLists.Of)]),
            ],
            cancellationToken);
        return true;
    }

    public async IAsyncEnumerable<SentRow> ReadSentAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ReadAsync("sent_read", cancellationToken))
        {
            foreach (var use in row[1].AsList())
                yield return new SentRow(use.AsList()[0].AsString(), row[0].AsString(), use.AsList()[1].AsInteger(), new Span(Time(use.AsList()[2]), Time(use.AsList()[3])));
        }
    }

    public async IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ReadAsync("prompt_totals_read", cancellationToken))
            yield return new PromptTotalsRow(row[0].AsString(), row[1].AsInteger(), row[2].AsInteger());
    }

    public Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken) => WriteAsync(
        [
            ("sent", [.. changes.Set.Select(RowLists.Of)]), ("sent_removed", [.. changes.Removed.Select(object (use) => new object[] { use.Account, use.Signature })]),
            ("prompt_totals", [.. changes.Totals.Select(RowLists.Of)]),
        ],
        cancellationToken);

    public async IAsyncEnumerable<NetworkRow> ReadNetworksAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ReadAsync("networks_read", cancellationToken))
            yield return new NetworkRow(row[0].AsString(), row[1].AsString(), Text(row[2]), Number(row[3]));
    }

    public async IAsyncEnumerable<ExitRow> ReadExitsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ReadAsync("exits_read", cancellationToken))
            yield return new ExitRow(row[0].AsString(), Text(row[1]), Number(row[2]));
    }

    public Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken) => WriteAsync(
        [
            ("exits_ended", [.. exits.Select(object (exit) => new object?[] { exit.Address, exit.ProxyId })]),
            ("exits", [.. exits.Where(exit => exit.ProxyId is not null).Select(object (exit) => new object?[] { exit.Address, exit.ProxyId, exit.Confidence })]),
        ],
        cancellationToken);

    private static string? Text(Value value) => value.IsNull ? null : value.AsString();

    private static double? Number(Value value) => value.IsNull ? null : value.AsNumber();

    private static DateTimeOffset Time(Value value) => DateTimeOffset.FromUnixTimeSeconds(value.AsZonedDateTime().EpochSecond).AddTicks(value.AsZonedDateTime().Nano / 100);

    private async Task<List<Value[]>> ReadAsync(string query, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var result = await engine.RunAsync(catalogue.Get("ingest/" + query).Text, cancellationToken: cancellationToken);
        var rows = result.Rows().ToList();
        Note(query, rows.Count, started);
        return rows;
    }

    private async Task WriteAsync(List<(string Query, List<object> Rows)> statements, CancellationToken cancellationToken)
    {
        using var transaction = engine.Begin();
        foreach (var (query, rows) in statements)
        {
            foreach (var chunk in rows.Chunk(RowsPerStatement))
            {
                var parameters = new MapValue().With("rows", EngineValues.Of(chunk));
                var started = Stopwatch.GetTimestamp();
                using var result = await transaction.RunAsync(catalogue.Get("ingest/" + query).Text, parameters, cancellationToken);
                _ = result.Rows().Count();
                Note(query, chunk.Length, started);
            }
        }
        var committing = Stopwatch.GetTimestamp();
        transaction.Commit();
        Note("(commit)", 1, committing);
    }

    private void Note(string query, long rows, long started)
    {
        if (!Costs.TryGetValue(query, out var cost))
            Costs.Add(query, cost = new Cost());
        cost.Rows += rows;
        cost.Elapsed += Stopwatch.GetElapsedTime(started);
    }
}
