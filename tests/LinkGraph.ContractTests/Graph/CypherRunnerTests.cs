using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Connection;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Graph;

public abstract class CypherRunnerTests(GraphHome home)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j) : CypherRunnerTests(new Neo4jHome(neo4j));

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home) : CypherRunnerTests(home);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Query_StreamsKeysRecordsAndSummary()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        var parameters = new Dictionary<string, object?> { ["n"] = 2500L, ["nothing"] = null };

        await using var result = await new CypherRunner(graph.Connection).RunAsync(
            "UNWIND range(1, $n) AS i RETURN i, $nothing AS x", parameters, AccessMode.Read, Stop);

        Assert.Equal(["i", "x"], result.Keys);
        var rows = await GraphStoreTests.ToListAsync(result.ReadAsync(Stop));
        Assert.Equal(Enumerable.Range(1, 2500).Select(i => (object?)(long)i), rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Null(row[1]));
        Assert.False((await result.FinishAsync()).Counters.ContainsUpdates);
    }

    [Fact]
    public async Task Run_WritingQueryForReading_IsRefusedWithNeo4jsCode()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);

        var error = await Assert.ThrowsAnyAsync<Neo4jException>(async () =>
        {
            await using var result = await new CypherRunner(graph.Connection).RunAsync("CREATE (:Account {id: 'x'})", NoParameters, AccessMode.Read, Stop);
            await result.FinishAsync();
        });

        Assert.StartsWith("Neo.ClientError.Statement.AccessMode: ", CypherRunner.Describe(error), StringComparison.Ordinal);
        Assert.Empty(await graph.DumpAsync());
    }

    [Fact]
    public async Task Run_WritingQuery_TellsWhatItChanged()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);

        await using var result = await new CypherRunner(graph.Connection).RunAsync("CREATE (:Account {id: 'x'})", NoParameters, AccessMode.Write, Stop);

        Assert.Empty(result.Keys);
        Assert.Equal(1, (await result.FinishAsync()).Counters.NodesCreated);
    }

    [Fact]
    public async Task Run_WrongSyntax_TellsCodeAndPlace()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);

        var error = await Assert.ThrowsAnyAsync<Neo4jException>(
            () => new CypherRunner(graph.Connection).RunAsync("MATCH (n RETURN n", NoParameters, AccessMode.Read, Stop));

        Assert.StartsWith("Neo.ClientError.Statement.SyntaxError: ", CypherRunner.Describe(error), StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, object?> NoParameters = [];
}
