using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Publishing;
using LinkGraph.Model.Operators;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Graph;

/// <summary>Every file of cypher/ is planned by a real Neo4j; those that read find something in the sample.</summary>
public abstract class CypherFilesTests(GraphHome home)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j) : CypherFilesTests(new Neo4jHome(neo4j));

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home) : CypherFilesTests(home);

    /// <summary>Values for the parameters of the reading queries, by name.</summary>
    private static readonly Dictionary<string, object?> Arguments = new()
    {
        ["account"] = "a1", ["a"] = "a1", ["b"] = "a2", ["operator"] = Sample.Operator, ["left"] = Sample.Operator, ["right"] = Sample.Rival,
        ["model"] = "m1", ["source"] = "test", ["run"] = "run1", ["min"] = 2L, ["quota"] = 10L, ["share"] = 0.5,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Explain_EveryFile_IsPlannedWithoutComplaint()
    {
        await using var graph = await FilledAsync();
        await using var session = graph.Connection.OpenSession(AccessMode.Read);
        var all = new[] { "schema", "ingest", "evidence", "publish", "show", "investigate" }.SelectMany(graph.Catalogue.InFolder).ToList();
        Assert.True(all.Count > 90);

        foreach (var query in all)
        {
            var parameters = query.Parameters.ToDictionary(parameter => parameter.Name, parameter => (object)null!);
            var cursor = await session.RunAsync("EXPLAIN " + query.Text, parameters);
            var summary = await cursor.ConsumeAsync();

            // BECAME is lineage, which a later version of the program writes.
            var complaints = (summary.Notifications ?? []).Where(note => !note.Description.Contains("BECAME", StringComparison.Ordinal)
                && !(query.Name.StartsWith("evidence/", StringComparison.Ordinal) && IsKnowinglyDeprecated(note))
                && !note.Title.Contains("property key", StringComparison.Ordinal) && !query.Name.StartsWith("schema/", StringComparison.Ordinal));
            Assert.True(!complaints.Any(), $"{query.Name}: {string.Join("; ", complaints.Select(note => note.Description))}");
        }
    }

    /// <summary>
    /// Evidence tells an account by id(a): nothing else is a number, and strings make reading several times slower. And it imports with WITH, because a scope
    /// clause needs Neo4j 5.23. Both are there as long as there is Cypher 5.
    /// </summary>
    private static bool IsKnowinglyDeprecated(INotification note) => note.Description.Contains("deprecated", StringComparison.Ordinal)
        && (note.Description.Contains("`id`", StringComparison.Ordinal) || note.Description.Contains("variable scope clause", StringComparison.Ordinal));

    [Fact]
    public async Task Run_EveryReadingFile_FindsSomething()
    {
        await using var graph = await FilledAsync();
        await using var session = graph.Connection.OpenSession(AccessMode.Read);
        var reading = new[] { "evidence", "show", "investigate" }.SelectMany(graph.Catalogue.InFolder)
            .Concat(new[] { "ingest", "publish" }.SelectMany(graph.Catalogue.InFolder).Where(query => query.Name.EndsWith("_read", StringComparison.Ordinal)));

        foreach (var query in reading)
        {
            var given = Arguments.Where(pair => query.Parameters.Any(parameter => parameter.Name == pair.Key)).ToDictionary();
            var cursor = await session.RunAsync(query.Text, query.Bind(given)!);
            var rows = await cursor.ToListAsync();

            Assert.True(rows.Count > 0, $"{query.Name} finds nothing in the sample");
        }
    }

    [Fact]
    public async Task Run_Heirs_FindsWhoTookOver()
    {
        await using var graph = await FilledAsync();

        var rows = await graph.QueryAsync(
            graph.Catalogue.Get("investigate/heirs").Text, ("operator", Sample.Operator), ("maxDegree", 10), ("hours", 72), ("limit", 10));

        var heir = Assert.Single(rows);
        Assert.Equal("a3", heir["heir"]);
        Assert.Equal(2L, heir["predecessors"]);
    }

    [Theory]
    [InlineData("ingest/activity")]
    [InlineData("ingest/addresses")]
    [InlineData("ingest/payment_methods")]
    [InlineData("ingest/sent")]
    [InlineData("publish/memberships")]
    [InlineData("publish/memberships_changed")]
    [InlineData("publish/links")]
    [InlineData("publish/links_changed")]
    public async Task Explain_WritingFile_UsesIndexesOnly(string name)
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        await using var session = graph.Connection.OpenSession(AccessMode.Write);
        var query = graph.Catalogue.Get(name);
        var cursor = await session.RunAsync(
            "EXPLAIN " + query.Text, query.Parameters.ToDictionary(parameter => parameter.Name, parameter => (object)null!));
        var plan = (await cursor.ConsumeAsync()).Plan;

        Assert.DoesNotContain(Operators(plan), type => type.Contains("Scan", StringComparison.Ordinal));
        Assert.Contains(Operators(plan), type => type.Contains("IndexSeek", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Operators(IPlan plan) => plan.Children.SelectMany(Operators).Append(plan.OperatorType);

    private async Task<GraphHarness> FilledAsync()
    {
        var graph = await GraphHarness.StartAsync(home, Stop);
        await graph.Store.WriteAsync(Sample.Batch(), Stop);
        await graph.Store.WriteSentAsync(Sample.Sent, Stop);
        await graph.Store.WriteExitsAsync(Sample.Exits, Stop);
        var publisher = new Publisher(graph.Connection, graph.Catalogue, TimeProvider.System);
        var rival = Sample.Resolution.Operators[1];
        var earlier = new ResolvedOperators([rival with { Members = [.. rival.Members, new("c1", 0.5)] }]);
        await publisher.PublishAsync(earlier, new RunInfo("run0", Sample.Day, 7), Stop);
        await publisher.PublishAsync(Sample.Resolution, new RunInfo("run1", Sample.Day, 7), Stop);
        await new FactStatistics(graph.Connection, graph.Catalogue).RefreshAsync(Stop);
        return graph;
    }
}
