using LinkGraph.Cypher;
using LinkGraph.Storage;

namespace LinkGraph.EngineTests.Execution;

/// <summary>The shortest paths of long patterns are found without walking all paths there are.</summary>
public sealed class ShortestSearchTests : IDisposable
{
    private const string Diamonds = "UNWIND range(1, 40) AS i MERGE (before:N {i: i - 1}) MERGE (next:N {i: i}) "
        + "CREATE (before)-[:R]->(:Side {ok: true})-[:R]->(next), (before)-[:R]->(:Side {ok: false})-[:R]->(next)";

    private readonly GraphStore store = GraphStore.InMemory();

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("MATCH p = ANY SHORTEST (:N {i: 0}) ((a)-[r:R]->(b))+ (:N {i: 40}) RETURN length(p) AS n", 80)]
    [InlineData("MATCH p = ANY SHORTEST (:N {i: 0}) (()-[:R]->(s:Side WHERE s.ok)-[:R]->())+ (:N {i: 40}) RETURN length(p) + size([x IN s WHERE x.ok]) AS n", 120)]
    [InlineData("MATCH p = SHORTEST 3 (:N {i: 0})-[:R]->+(:N {i: 40}) WITH collect(length(p)) AS l RETURN size(l) * 100 + l[2] AS n", 380)]
    [InlineData("MATCH (a:N {i: 40}), (b:N {i: 0}) OPTIONAL MATCH p = ALL SHORTEST (a)-[:R]->+(b) RETURN count(p) AS n", 0)]
    [InlineData("MATCH p = SHORTEST 2 GROUPS (:N {i: 0})-[:R]->+(:N {i: 40}) RETURN length(p) AS n LIMIT 1", 80)]
    [InlineData("MATCH p = SHORTEST 2 GROUPS (:N {i: 0})-[:R]->+(:N {i: 3}) RETURN count(p) AS n", 8)]
    [InlineData("MATCH p = ANY SHORTEST (:N {i: 1})-[:R]-+(:N {i: 1}) RETURN length(p) AS n", 4)]
    [InlineData("MATCH p = ANY SHORTEST (:N {i: 0})-[:R]->{82,}(:N) RETURN length(p) AS n", -1)]
    public async Task Rows_ChainOfDiamonds_SearchIsQuick(string query, long expected)
    {
        var engine = new CypherEngine(store);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(30));
        await RowsAsync(engine, Diamonds, stop.Token);
        var rows = await RowsAsync(engine, query, stop.Token);
        Assert.Equal(expected, rows.Count == 0 ? -1 : rows[0]);
    }

    /// <summary>The shortest walk goes over one relationship twice; the shortest path is longer.</summary>
    [Fact]
    public async Task Rows_ShortestWalkIsNoPath_LongerOneFound()
    {
        var engine = new CypherEngine(store);
        await RowsAsync(engine, "CREATE (a:A)-[:R]->(b:B)-[:R]->(c:C), (b)<-[:Q]-(x)<-[:Q]-(y)<-[:Q]-(c), (b)-[:Z]->(d:D)", default);
        Assert.Equal([7], await RowsAsync(engine, "MATCH p = ANY SHORTEST (:A) ((u)-[:R|Q]-(v))+ (:C) ((w)-[:R|Q]-(z))+ (:B)-[:Z]->(:D) RETURN length(p) + 1 AS n", default));
    }

    private static async Task<List<long>> RowsAsync(CypherEngine engine, string query, CancellationToken cancellation)
    {
        using var result = await engine.RunAsync(query, cancellationToken: cancellation);
        return [.. result.Rows().Select(row => row[0].AsInteger())];
    }
}
