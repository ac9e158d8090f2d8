using Neo4j.Driver;

namespace LinkGraph.EngineTests.Bolt;

public sealed class ValueRoundTripTests
{
    public static TheoryData<object> Values =>
    [
        true, 0L, -17L, long.MaxValue, long.MinValue, 1.5, double.NegativeInfinity, "", "Grüße 🦆", new string('x', 70_000), new byte[] { 0, 255, 7 },
        new List<object> { 1L, "two", new List<object>() }, new Dictionary<string, object> { ["a"] = 1L, ["b"] = new List<object> { true } },
        new LocalDate(2024, 2, 29), new LocalDate(-999_999_999, 1, 1), new LocalTime(23, 59, 59, 999_999_999), new OffsetTime(1, 2, 3, 4, -3600),
        new LocalDateTime(1066, 10, 14, 9, 0, 0, 1), new ZonedDateTime(1_700_000_000, 123, Zone.Of(5400)),
        new ZonedDateTime(1_700_000_000, 123, Zone.Of("Europe/Berlin")), new Duration(1, -2, 3, 4), new Point(4326, 13.4, 52.5),
        new Point(9157, 1, 2, 3),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Parameter_OfAnyType_ComesBackAsItWas(object value)
    {
        await using var running = await RunningDatabase.StartAsync();

        Assert.Equal(value, await running.SingleAsync<object>("RETURN $x", new { x = value }));
    }

    [Fact]
    public async Task Node_Returned_HasLabelsPropertiesAndElementId()
    {
        await using var running = await RunningDatabase.StartAsync();

        var rows = await running.RowsAsync("CREATE (n:Person:Admin {name: 'Ada', born: date('1815-12-10')}) RETURN n, elementId(n)");

        var node = rows[0]["n"].As<INode>();
        Assert.Equal(["Admin", "Person"], node.Labels.Order());
        Assert.Equal("Ada", node["name"].As<string>());
        Assert.Equal(new LocalDate(1815, 12, 10), node["born"].As<LocalDate>());
        Assert.Equal(rows[0][1].As<string>(), node.ElementId);
    }

    [Fact]
    public async Task Relationship_Returned_HasTypePropertiesAndEnds()
    {
        await using var running = await RunningDatabase.StartAsync();

        var row = (await running.RowsAsync("CREATE (a:A)-[r:KNOWS {since: 1}]->(b:B) RETURN a, r, b")).Single();

        var relationship = row["r"].As<IRelationship>();
        Assert.Equal("KNOWS", relationship.Type);
        Assert.Equal(1, relationship["since"].As<int>());
        Assert.Equal(row["a"].As<INode>().ElementId, relationship.StartNodeElementId);
        Assert.Equal(row["b"].As<INode>().ElementId, relationship.EndNodeElementId);
    }

    [Fact]
    public async Task Path_WalkedAgainstItsArrowsAndTwiceThroughANode_ComesAsItWasWalked()
    {
        await using var running = await RunningDatabase.StartAsync();
        await running.RowsAsync("CREATE (a:A {i: 1})-[:R {i: 1}]->(b:B {i: 2}), (b)-[:R {i: 2}]->(a)");

        var path = await running.SingleAsync<IPath>("MATCH p = (b:B)<-[{i: 1}]-(a)<-[{i: 2}]-(b) RETURN p");

        Assert.Equal([2, 1, 2], path.Nodes.Select(n => n["i"].As<int>()));
        Assert.Equal([1, 2], path.Relationships.Select(r => r["i"].As<int>()));
        Assert.Equal(path.Nodes[1].ElementId, path.Relationships[0].StartNodeElementId);
        Assert.Equal(path.Nodes[2].ElementId, path.Relationships[0].EndNodeElementId);
    }

    [Fact]
    public async Task Node_DeletedByItsStatement_ComesWithoutLabelsAndProperties()
    {
        await using var running = await RunningDatabase.StartAsync();

        var node = await running.SingleAsync<INode>("CREATE (n:A {x: 1}) DELETE n RETURN n");

        Assert.Empty(node.Labels);
        Assert.Empty(node.Properties);
    }

    [Fact]
    public async Task Summary_OfAWrite_HasCountersTypeDatabaseAndServer()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession();

        var summary = await (await session.RunAsync("CREATE (:A {x: 1})-[:R]->(:B)")).ConsumeAsync();

        Assert.Equal(2, summary.Counters.NodesCreated);
        Assert.Equal(1, summary.Counters.RelationshipsCreated);
        Assert.Equal(2, summary.Counters.LabelsAdded);
        Assert.Equal(1, summary.Counters.PropertiesSet);
        Assert.Equal(QueryType.WriteOnly, summary.QueryType);
        Assert.Equal("neo4j", summary.Database.Name);
        Assert.Equal("Neo4j/5.26.0", summary.Server.Agent);
        Assert.NotEmpty(session.LastBookmarks.Values);
    }

    [Fact]
    public async Task Explain_OfAQuery_GivesItsPlanAndDoesNothing()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));

        var summary = await (await session.RunAsync("EXPLAIN CREATE (n) RETURN n")).ConsumeAsync();

        Assert.True(summary.HasPlan);
        Assert.NotEmpty(summary.Plan.OperatorType);
        Assert.Equal(0, await running.SingleAsync<int>("MATCH (n) RETURN count(n)"));
    }
}
