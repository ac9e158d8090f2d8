using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Publishing;
using LinkGraph.Model.Operators;

namespace LinkGraph.ContractTests.Graph;

public abstract class PublisherTests(GraphHome home)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j) : PublisherTests(new Neo4jHome(neo4j));

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home) : PublisherTests(home);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_FirstTime_WritesOperatorsMembersLinksAndFacts()
    {
        await using var graph = await FilledAsync();

        var publication = await PublishAsync(graph, Sample.Resolution, "run1");

        var expected = new Publication { OperatorsCreated = 2, MembershipsSet = 6, LinksSet = 3, UsesSet = 5 };
        Assert.Equal(expected, publication);
        var entity = Assert.Single(await graph.QueryAsync($"MATCH (o:Operator {{id: '{Sample.Operator}'}}) RETURN o.size AS size, o.kind AS kind, "
            + "o.confidence AS confidence, o.boundBy AS boundBy, o.lifeLeftNetwork AS life, o.traits AS traits, o.createdAt IS NOT NULL AS created"));
        Assert.Equal([4L, "operator", 0.9, new List<object> { "money", "script" }, 0.1, new List<object> { "bin:411111" }, true], entity.Values);
        Assert.Equal(4L, await graph.ScalarAsync($"MATCH (:Operator {{id: '{Sample.Operator}'}})-[u:USES]->(f) RETURN count(f)"));
        Assert.Equal(6L, await graph.ScalarAsync("MATCH (r:ResolutionRun {id: 'run1'}) RETURN r.membershipsSet"));
    }

    [Fact]
    public async Task Publish_SameAgain_ChangesNothing()
    {
        await using var graph = await FilledAsync();
        await PublishAsync(graph, Sample.Resolution, "run1");
        await new FactStatistics(graph.Connection, graph.Catalogue).RefreshAsync(Stop);
        var before = await graph.DumpAsync();

        var publication = await PublishAsync(graph, Sample.Resolution, "run2");

        Assert.False(publication.HasChanges);
        Assert.Equal(0, await new FactStatistics(graph.Connection, graph.Catalogue).RefreshAsync(Stop));
        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task Publish_SameRunAgain_TellsWhatItWroteThen()
    {
        await using var graph = await FilledAsync();
        var first = await PublishAsync(graph, Sample.Resolution, "run1");
        var before = await graph.DumpAsync();

        Assert.Equal(first, await PublishAsync(graph, Sample.Resolution, "run1"));

        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task Publish_MemberMoves_LeavesHistory()
    {
        await using var graph = await FilledAsync();
        await PublishAsync(graph, Sample.Resolution, "run1");
        var (ring, rival) = (Sample.Resolution.Operators[0], Sample.Resolution.Operators[1]);
        var moved = new ResolvedOperators(
        [
            ring with { Members = [.. ring.Members.Take(3)] },
            rival with { Members = [new("a4", 0.6), .. rival.Members], Uses = [], Links = [] },
        ]);

        var publication = await PublishAsync(graph, moved, "run2");

        Assert.Equal(
            new Publication { OperatorsUpdated = 2, MembershipsSet = 1, MembershipsEnded = 1, LinksRemoved = 1, UsesRemoved = 1 }, publication);
        var account = Assert.Single(await graph.QueryAsync("MATCH (o:Operator)<-[m:OPERATED_BY]-(a:Account {id: 'a4'})-[w:WAS_OPERATED_BY]->(p:Operator) "
            + "RETURN o.id AS now, m.run AS run, p.id AS before, w.from < w.to AS inOrder, w.to = m.since AS atOnce, w.run AS ended"));
        Assert.Equal([Sample.Rival, "run2", Sample.Operator, true, true, "run2"], account.Values);
        Assert.Equal("run1", await graph.ScalarAsync("MATCH (:Account {id: 'a1'})-[m:OPERATED_BY]->() RETURN m.run"));
        Assert.False((await PublishAsync(graph, moved, "run3")).HasChanges);
    }

    [Fact]
    public async Task Publish_OnlyFiguresChange_KeepsSinceAndDoublesNothing()
    {
        await using var graph = await FilledAsync();
        await PublishAsync(graph, Sample.Resolution, "run1");
        const string Held = "MATCH (:Account {id: 'a1'})-[m:OPERATED_BY]->() RETURN m.since";
        var since = await graph.ScalarAsync(Held);
        var ring = Sample.Resolution.Operators[0];
        var surer = new ResolvedOperators(
        [
            ring with
            {
                Members = [.. ring.Members.Select(member => member with { Confidence = 0.25 })],
                Links = [.. ring.Links.Select(link => link with { Bits = link.Bits + 1 })],
            },
            Sample.Resolution.Operators[1],
        ]);

        var publication = await PublishAsync(graph, surer, "run2");

        Assert.Equal(
            new Publication { OperatorsUpdated = 1, MembershipsSet = ring.Members.Count, LinksSet = ring.Links.Count }, publication);
        Assert.Equal(since, await graph.ScalarAsync(Held));
        Assert.Equal(6L, await graph.ScalarAsync("MATCH ()-[m:OPERATED_BY]->() RETURN count(m)"));
        Assert.Equal(3L, await graph.ScalarAsync("MATCH ()-[l:LINKED_TO]->() RETURN count(l)"));
        Assert.False((await PublishAsync(graph, surer, "run3")).HasChanges);
    }

    [Fact]
    public async Task Publish_OperatorFallsAndReturns_KeepsItsNode()
    {
        await using var graph = await FilledAsync();
        await PublishAsync(graph, Sample.Resolution, "run1");

        var fallen = await PublishAsync(graph, new ResolvedOperators([]), "run2");
        Assert.Equal(new Publication { OperatorsEnded = 2, MembershipsEnded = 6, LinksRemoved = 3, UsesRemoved = 5 }, fallen);
        Assert.Equal(2L, await graph.ScalarAsync("MATCH (o:Operator) WHERE o.size = 0 AND o.endedAt IS NOT NULL RETURN count(o)"));
        Assert.Equal(6L, await graph.ScalarAsync("MATCH ()-[w:WAS_OPERATED_BY]->(:Operator) RETURN count(w)"));
        Assert.False((await PublishAsync(graph, new ResolvedOperators([]), "run3")).HasChanges);

        await PublishAsync(graph, Sample.Resolution, "run4");
        Assert.Equal(2L, await graph.ScalarAsync("MATCH (o:Operator) WHERE o.size > 0 AND o.endedAt IS NULL RETURN count(o)"));
        Assert.False((await PublishAsync(graph, Sample.Resolution, "run5")).HasChanges);
    }

    [Fact]
    public async Task Publish_ManyAtOnce_OneAfterTheOther()
    {
        await using var graph = await FilledAsync();

        var publications = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => PublishAsync(graph, Sample.Resolution, $"run{i}")));

        Assert.Equal(1, publications.Count(publication => publication.HasChanges));
        Assert.Equal(6L, await graph.ScalarAsync("MATCH ()-[m:OPERATED_BY]->() RETURN count(m)"));
        Assert.Equal(1L, await graph.ScalarAsync("MATCH (r:ResolutionRun) RETURN count(r)"));
    }

    [Fact]
    public async Task Publish_Cancelled_LeavesTheOldOneStanding()
    {
        await using var graph = await FilledAsync();
        await PublishAsync(graph, Sample.Resolution, "run1");
        var before = await graph.DumpAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Publisher(graph.Connection, graph.Catalogue, TimeProvider.System).PublishAsync(
                new ResolvedOperators([]), new RunInfo("run2", Sample.Day, 7), cancelled.Token));

        Assert.Equal(before, await graph.DumpAsync());
    }

    [Fact]
    public async Task Refresh_NewFacts_CountsAccountsAndTimes()
    {
        await using var graph = await FilledAsync();
        await PublishAsync(graph, Sample.Resolution, "run1");

        Assert.NotEqual(0, await new FactStatistics(graph.Connection, graph.Catalogue).RefreshAsync(Stop));

        Assert.Equal(5L, await graph.ScalarAsync("MATCH (i:IpAddress {address: '198.51.100.1'}) RETURN i.accounts"));
        Assert.Equal(6L, await graph.ScalarAsync("MATCH (x:Proxy {id: 'rent'}) RETURN x.accounts"));
        Assert.Equal(
            ["2026-03-01T10:00:00Z", "2026-03-01T16:00:00Z"],
            Assert.Single(await graph.QueryAsync($"MATCH (:Operator {{id: '{Sample.Operator}'}})-[u:USES]->(:IpAddress) "
                + "RETURN toString(u.firstSeen) AS first, toString(u.lastSeen) AS last")).Values);
    }

    private static Task<Publication> PublishAsync(GraphHarness graph, ResolvedOperators resolution, string run) =>
        new Publisher(graph.Connection, graph.Catalogue, TimeProvider.System).PublishAsync(resolution, new RunInfo(run, Sample.Day, 7), Stop);

    private async Task<GraphHarness> FilledAsync()
    {
        var graph = await GraphHarness.StartAsync(home, Stop);
        await graph.Store.WriteAsync(Sample.Batch(), Stop);
        await graph.Store.WriteSentAsync(Sample.Sent, Stop);
        await graph.Store.WriteExitsAsync(Sample.Exits, Stop);
        return graph;
    }
}
