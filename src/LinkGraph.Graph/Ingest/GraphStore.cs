using System.Runtime.CompilerServices;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Model.Ingest;
using Neo4j.Driver;

namespace LinkGraph.Graph.Ingest;

/// <summary>
/// The graph as ingestion writes it. What records say of one thing is merged so that their order does not matter (cypher/ingest/): counts
/// add, times widen, of two values the larger stays.
/// </summary>
public sealed class GraphStore(GraphConnection connection, QueryCatalogue catalogue) : IGraphStore
{
    private static readonly Dictionary<string, object?> None = [];

    /// <inheritdoc/>
    public async Task EnsureSchemaAsync(CancellationToken cancellationToken)
    {
        await using var session = connection.OpenSession(AccessMode.Write);
        foreach (var statement in catalogue.InFolder("schema"))
            await session.ExecuteWriteAsync(async runner => await runner.ExecuteAsync(statement, None, cancellationToken));
    }

    /// <summary>Tells which graph this is. One that has no identity yet gets the one given.</summary>
    /// <param name="id">An identity that no other graph has.</param>
    /// <param name="settings">Those that shape the rows of this run; they stay with the graph once something is written.</param>
    /// <param name="cancellationToken">Checked before the query is sent.</param>
    public async Task<GraphIdentity> IdentifyAsync(string id, string settings, CancellationToken cancellationToken)
    {
        await using var session = connection.OpenSession(AccessMode.Write);
        return await session.ExecuteWriteAsync(async runner =>
        {
            var record = await runner.FirstOrDefaultAsync(
                catalogue.Get("ingest/graph"), new() { ["graph"] = id, ["settings"] = settings }, cancellationToken);
            return new GraphIdentity(record!["graph"].As<string>(), record["settings"].As<string>(), record["written"].As<bool>());
        });
    }

    /// <summary>Notes that templates and exits follow all that has been written.</summary>
    public async Task MarkSettledAsync(CancellationToken cancellationToken)
    {
        await using var session = connection.OpenSession(AccessMode.Write);
        await session.ExecuteWriteAsync(async runner => await runner.ExecuteAsync(catalogue.Get("ingest/settled"), None, cancellationToken));
    }

    /// <summary>Whether an ingest ended before templates and exits followed what it had written.</summary>
    public async Task<bool> IsUnsettledAsync(CancellationToken cancellationToken)
    {
        await using var session = connection.OpenSession(AccessMode.Read);
        return await session.ExecuteReadAsync(async runner =>
            await runner.FirstOrDefaultAsync(catalogue.Get("ingest/unsettled"), None, cancellationToken) is not null);
    }

    /// <inheritdoc/>
    public async Task<Checkpoint?> ReadCheckpointAsync(string source, CancellationToken cancellationToken)
    {
        await using var session = connection.OpenSession(AccessMode.Read);
        return await session.ExecuteReadAsync(async runner =>
        {
            var record = await runner.FirstOrDefaultAsync(
                catalogue.Get("ingest/checkpoint_read"), new() { ["source"] = source }, cancellationToken);
            return record is null
                ? null
                : new Checkpoint(source, record["seq"].As<long>(), record["position"].As<long>(), record["fingerprint"].As<string>());
        });
    }

    /// <inheritdoc/>
    /// <remarks>False too where this call has written the batch and only the server's answer got lost: the driver has tried again then.</remarks>
    public async Task<bool> WriteAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        var statements = Statements(batch);
        await using var session = connection.OpenSession(AccessMode.Write);
        return await session.ExecuteWriteAsync(async runner =>
        {
            if (!await AdvanceAsync(runner, batch.Checkpoint, cancellationToken))
                return false;
            var pipeline = new StatementPipeline(runner);
            foreach (var (query, rows) in statements)
                await pipeline.SendRowsAsync(catalogue.Get(query), rows, None, cancellationToken);
            await pipeline.CompleteAsync();
            return true;
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SentRow> ReadSentAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in ReadAsync("ingest/sent_read", cancellationToken))
        {
            var signature = record["signature"].As<string>();
            foreach (var use in record["uses"].As<List<object>>())
            {
                var values = (IList<object>)use;
                yield return new SentRow((string)values[0], signature, (long)values[1], new Span(Time(values[2]), Time(values[3])));
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PromptTotalsRow> ReadPromptTotalsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in ReadAsync("ingest/prompt_totals_read", cancellationToken))
            yield return new PromptTotalsRow(record["account"].As<string>(), record["prompts"].As<long>(), record["ownPrompts"].As<long>());
    }

    /// <inheritdoc/>
    public async Task WriteSentAsync(SentChanges changes, CancellationToken cancellationToken)
    {
        var set = changes.Set.Select(RowLists.Of).ToList();
        var removed = changes.Removed.Select(object (use) => new object[] { use.Account, use.Signature }).ToList();
        var totals = changes.Totals.Select(RowLists.Of).ToList();
        var signatures = changes.Removed.Select(use => use.Signature).Distinct().ToList();
        await using var session = connection.OpenSession(AccessMode.Write);
        await session.ExecuteWriteAsync(async runner =>
        {
            var pipeline = new StatementPipeline(runner);
            await pipeline.SendRowsAsync(catalogue.Get("ingest/sent"), set, None, cancellationToken);
            await pipeline.SendRowsAsync(catalogue.Get("ingest/sent_removed"), removed, None, cancellationToken);
            await pipeline.SendRowsAsync(catalogue.Get("ingest/prompt_totals"), totals, None, cancellationToken);
            if (signatures.Count > 0)
                await pipeline.SendAsync(catalogue.Get("ingest/signatures_removed"), new() { ["signatures"] = signatures }, cancellationToken);
            await pipeline.CompleteAsync();
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<NetworkRow> ReadNetworksAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in ReadAsync("ingest/networks_read", cancellationToken))
        {
            yield return new NetworkRow(
                record["network"].As<string>(), record["proxy"].As<string>(), record["kind"].As<string?>(), record["confidence"].As<double?>());
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ExitRow> ReadExitsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in ReadAsync("ingest/exits_read", cancellationToken))
            yield return new ExitRow(record["address"].As<string>(), record["proxy"].As<string?>(), record["confidence"].As<double?>());
    }

    /// <inheritdoc/>
    public async Task WriteExitsAsync(IReadOnlyList<ExitRow> exits, CancellationToken cancellationToken)
    {
        var ended = exits.Select(object (exit) => new object?[] { exit.Address, exit.ProxyId }).ToList();
        var set = exits.Where(exit => exit.ProxyId is not null)
            .Select(object (exit) => new object?[] { exit.Address, exit.ProxyId, exit.Confidence }).ToList();
        await using var session = connection.OpenSession(AccessMode.Write);
        await session.ExecuteWriteAsync(async runner =>
        {
            var pipeline = new StatementPipeline(runner);
            await pipeline.SendRowsAsync(catalogue.Get("ingest/exits_ended"), ended, None, cancellationToken);
            await pipeline.SendRowsAsync(catalogue.Get("ingest/exits"), set, None, cancellationToken);
            await pipeline.CompleteAsync();
        });
    }

    private static List<(string Query, List<object> Rows)> Statements(IngestBatch batch) =>
    [
        ("ingest/accounts", batch.Accounts.Select(RowLists.Of).ToList()),
        ("ingest/activity", batch.Activity.Select(RowLists.Of).ToList()),
        ("ingest/payment_methods", batch.Payments.Select(RowLists.Of).ToList()),
        ("ingest/addresses", batch.Addresses.Select(RowLists.Of).ToList()),
        ("ingest/clients", batch.Clients.Select(RowLists.Of).ToList()),
        ("ingest/model_uses", batch.ModelUses.Select(RowLists.Of).ToList()),
        ("ingest/time_windows", batch.Windows.Select(RowLists.Of).ToList()),
        ("ingest/networks", batch.Networks.Select(RowLists.Of).ToList()),
        ("ingest/models", batch.Models.Select(RowLists.Of).ToList()),
        ("ingest/attributes", batch.Attributes.Select(RowLists.Of).ToList()),
    ];

    private static DateTimeOffset Time(object value) => value.As<ZonedDateTime>().ToDateTimeOffset();

    private async Task<bool> AdvanceAsync(IAsyncQueryRunner runner, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        await runner.ExecuteAsync(catalogue.Get("ingest/checkpoint_lock"), new() { ["source"] = checkpoint.Source }, cancellationToken);
        var parameters = new Dictionary<string, object?>
        {
            ["source"] = checkpoint.Source,
            ["seq"] = checkpoint.Seq,
            ["position"] = checkpoint.Position,
            ["fingerprint"] = checkpoint.Fingerprint,
        };
        return await runner.FirstOrDefaultAsync(catalogue.Get("ingest/checkpoint_advance"), parameters, cancellationToken) is not null;
    }

    private async IAsyncEnumerable<IRecord> ReadAsync(string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var session = connection.OpenSession(AccessMode.Read);
        await foreach (var record in session.StreamAsync(catalogue.Get(query), None, cancellationToken))
            yield return record;
    }
}
