using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Records;

namespace LinkGraph.ContractTests.Graph;

public abstract class GraphStoreTests(GraphHome home)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j) : GraphStoreTests(new Neo4jHome(neo4j));

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home) : GraphStoreTests(home);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_EveryKindOfRow_IsInTheGraph()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);

        Assert.True(await graph.Store.WriteAsync(Sample.Batch(), Stop));

        var counts = await graph.QueryAsync("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY type");
        Assert.Equal(
            ["ACTIVE_IN 4", "HAS 3", "OF_PROXY 2", "PAID_WITH 6", "USED_CLIENT 4", "USED_IP 7", "USED_MODEL 3"],
            counts.Select(row => $"{row["type"]} {row["n"]}"));
        var account = Assert.Single(await graph.QueryAsync("MATCH (a:Account {id: 'a1'}) RETURN a.exchanges AS exchanges, a.inputTokens AS input, "
            + "a.outputTokens AS output, toString(a.firstActivity) AS first, toString(a.lastActivity) AS last, a.status AS status"));
        Assert.Equal([10L, 100L, 200L, "2026-03-01T10:00:00Z", "2026-03-01T12:00:00Z", "banned"], account.Values);
    }

    [Fact]
    public async Task Write_SameSeqAgain_IsRefusedAndChangesNothing()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        await graph.Store.WriteAsync(Sample.Batch(seq: 2), Stop);
        var before = await graph.DumpAsync();

        Assert.False(await graph.Store.WriteAsync(Sample.Batch(seq: 2), Stop));
        Assert.False(await graph.Store.WriteAsync(Sample.Batch(seq: 1), Stop));

        Assert.Equal(before, await graph.DumpAsync());
        Assert.Equal(Sample.At(2), await graph.Store.ReadCheckpointAsync("test", Stop));
        Assert.Null(await graph.Store.ReadCheckpointAsync("other", Stop));
    }

    [Fact]
    public async Task Write_TwoWritersWithOneBatch_OnlyOneApplies()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        for (var seq = 1; seq <= 5; seq++)
        {
            var batch = Sample.Batch(seq);

            var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => graph.Store.WriteAsync(batch, Stop)));

            Assert.Equal(1, applied.Count(done => done));
        }
        Assert.Equal(50L, await graph.ScalarAsync("MATCH (a:Account {id: 'a1'}) RETURN a.exchanges"));
    }

    [Fact]
    public async Task Write_RowsInAnyOrderAndPieces_GivesTheSameGraph()
    {
        var rows = Conflicting();
        var pieces = new List<IngestBatch[]>
        {
            Pieces(rows, 1), Pieces(rows, rows.Count), Pieces(Enumerable.Reverse(rows).ToList(), 3), Pieces(rows.Skip(5).Concat(rows.Take(5)).ToList(), 4),
        };
        List<string>? expected = null;

        foreach (var batches in pieces)
        {
            await using var graph = await GraphHarness.StartAsync(home, Stop);
            foreach (var batch in batches)
                Assert.True(await graph.Store.WriteAsync(batch, Stop));
            var dump = (await graph.DumpAsync()).Where(line => !line.Contains("Checkpoint", StringComparison.Ordinal)).ToList();
            expected ??= dump;
            Assert.Equal(expected, dump);
        }

        Assert.Contains(expected!, line => line.Contains("status: 'suspended'", StringComparison.Ordinal));
        Assert.Contains(expected!, line => line.Contains("-USED_IP {count: 18", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_StubFirst_IsCompletedLater()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        await graph.Store.WriteAsync(new IngestBatch(Sample.At(1)) { Addresses = [Sample.Use("late", "192.0.2.1", 0, 1)] }, Stop);
        Assert.Null(await graph.ScalarAsync("MATCH (a:Account {id: 'late'}) RETURN a.createdAt"));

        await graph.Store.WriteAsync(new IngestBatch(Sample.At(2)) { Accounts = [Sample.Account("late")] }, Stop);

        Assert.Equal("CH", await graph.ScalarAsync("MATCH (a:Account {id: 'late'})-[:USED_IP]->() WHERE a.createdAt IS NOT NULL RETURN a.country"));
    }

    [Fact]
    public async Task WriteSent_SetThenRemoved_LeavesNoTemplateBehind()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        await graph.Store.WriteAsync(Sample.Batch(), Stop);
        await graph.Store.WriteSentAsync(Sample.Sent, Stop);
        await graph.Store.WriteSentAsync(Sample.Sent, Stop);

        Assert.Equal(Sample.Sent.Set.OrderBy(row => row.Account), (await ToListAsync(graph.Store.ReadSentAsync(Stop))).OrderBy(row => row.Account));
        Assert.Equal(Sample.Sent.Totals, (await ToListAsync(graph.Store.ReadPromptTotalsAsync(Stop))).OrderBy(row => row.Account));

        await graph.Store.WriteSentAsync(new SentChanges([], [("b1", "bbbb"), ("b2", "bbbb"), ("a1", Sample.Template)], []), Stop);

        Assert.Equal(["a2", "a3"], (await ToListAsync(graph.Store.ReadSentAsync(Stop))).Select(row => row.Account).Order());
        Assert.Equal(1L, await graph.ScalarAsync("MATCH (p:PromptSignature) RETURN count(p)"));
    }

    [Fact]
    public async Task WriteExits_AnotherProxyOrNone_ReplacesTheOldOne()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        await graph.Store.WriteAsync(Sample.Batch(), Stop);
        await graph.Store.WriteExitsAsync(Sample.Exits, Stop);

        await graph.Store.WriteExitsAsync([new("198.51.100.1", "other", null), new("2001:db8::1", null, null)], Stop);

        Assert.Equal(
            [new("198.51.100.1", "other", null), new("198.51.100.2", null, null), new("2001:db8::1", null, null)],
            (await ToListAsync(graph.Store.ReadExitsAsync(Stop))).OrderBy(exit => exit.Address, StringComparer.Ordinal));
    }

    [Fact]
    public async Task ReadNetworks_TwoProxiesForOneNetwork_TakesTheMoreConfident()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        NetworkRow[] networks = [new("192.0.2.0/24", "z", "isp", 0.9), new("192.0.2.0/24", "a", "isp", 0.2), new("192.0.2.0/24", "b", null, null)];
        await graph.Store.WriteAsync(new IngestBatch(Sample.At(1)) { Networks = networks }, Stop);

        Assert.Equal([networks[0]], await ToListAsync(graph.Store.ReadNetworksAsync(Stop)));
    }

    [Fact]
    public async Task Write_Cancelled_LeavesNothing()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.Store.WriteAsync(Sample.Batch(), cancelled.Token));

        Assert.Empty(await graph.DumpAsync());
    }

    internal static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    /// <summary>Rows of every kind that contradict each other, several for one key.</summary>
    private static List<Func<IngestBatch, IngestBatch>> Conflicting() =>
    [
        batch => batch with { Accounts = [.. batch.Accounts, Sample.Account("x", AccountStatus.Banned, Sample.Day)] },
        batch => batch with { Accounts = [.. batch.Accounts, Sample.Account("x", AccountStatus.Suspended, Sample.Day.AddDays(1), "FR")] },
        batch => batch with { Accounts = [.. batch.Accounts, Sample.Account("x", AccountStatus.Active, Sample.Day.AddDays(1), "AT")] },
        batch => batch with { Accounts = [.. batch.Accounts, Sample.Account("x", AccountStatus.Banned, country: null)] },
        batch => batch with { Accounts = [.. batch.Accounts, Sample.Account("x") with { OrgId = "org", EmailShape = "a" }] },
        batch => batch with { Activity = [.. batch.Activity, new ActivityRow("x", 3, 4, 5, Sample.Hours(2, 3))] },
        batch => batch with { Activity = [.. batch.Activity, new ActivityRow("x", 1, 1, 1, Sample.Hours(0, 9))] },
        batch => batch with { Payments = [.. batch.Payments, new PaymentRow("x", "p", "card", null, "CH", null)] },
        batch => batch with { Payments = [.. batch.Payments, new PaymentRow("x", "p", "sepa", "400000", "AT", Sample.Hours(1, 2))] },
        batch => batch with { Payments = [.. batch.Payments, new PaymentRow("x", "p", null, "500000", null, Sample.Hours(0, 1))] },
        batch => batch with { Addresses = [.. batch.Addresses, Sample.Use("x", "192.0.2.9", 3, 4, 7)] },
        batch => batch with { Addresses = [.. batch.Addresses, Sample.Use("x", "192.0.2.9", 1, 2, 11)] },
        batch => batch with { Clients = [.. batch.Clients, Sample.Use("x", "app/2", 3, 4)] },
        batch => batch with { ModelUses = [.. batch.ModelUses, Sample.Use("x", "m2", 3, 4)] },
        batch => batch with { Windows = [.. batch.Windows, new WindowRow("x", Sample.Day.ToOffset(TimeSpan.FromHours(5)), 1)] },
        batch => batch with { Windows = [.. batch.Windows, new WindowRow("x", Sample.Day, 2)] },
        batch => batch with { Networks = [.. batch.Networks, new NetworkRow("192.0.2.0/24", "proxy", "isp", 0.1)] },
        batch => batch with { Networks = [.. batch.Networks, new NetworkRow("192.0.2.0/24", "proxy", "mobile", null)] },
        batch => batch with { Models = [.. batch.Models, new ModelRow("m2", Sample.Day)] },
        batch => batch with { Models = [.. batch.Models, new ModelRow("m2", Sample.Day.AddDays(3))] },
    ];

    private static IngestBatch[] Pieces(List<Func<IngestBatch, IngestBatch>> rows, int pieces) => rows
        .Chunk((rows.Count + pieces - 1) / pieces)
        .Select((chunk, i) => chunk.Aggregate(new IngestBatch(Sample.At(i + 1)), (batch, add) => add(batch)))
        .ToArray();
}
