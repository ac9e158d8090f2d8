namespace LinkGraph.EngineTests.Execution;

public sealed class PlanTests
{
    [Theory]
    [InlineData("MATCH (n:L) WHERE n.k = 3 RETURN n", "NodeIndexSeek")]
    [InlineData("MATCH (n:L {k: $k}) RETURN n", "NodeIndexSeek")]
    [InlineData("MATCH (n:L) WHERE n.k IN [1, 2] RETURN n", "NodeIndexSeek")]
    [InlineData("MATCH (n:L) WHERE n.k > 3 AND n.k <= 7 RETURN n", "NodeIndexSeekByRange")]
    [InlineData("MATCH (n:L) WHERE n.k STARTS WITH 'a' RETURN n", "NodeIndexSeekByRange")]
    public async Task Explain_PredicateOnAnIndexedProperty_SeeksTheIndex(string query, string expected)
    {
        using var engine = await Filled();
        var parameters = new LinkGraph.Storage.Values.MapValue().With("k", LinkGraph.Storage.Values.Value.Of(1L));
        Assert.Contains(await engine.ExplainAsync(query, parameters), s => s.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_EndsOfDifferentSize_BeginsAtTheSmaller()
    {
        using var engine = await Filled();
        Assert.Contains("NodeByLabelScan f:Few", await engine.ExplainAsync("MATCH (m:Many)-[:T]->(f:Few) RETURN m"));
    }

    [Fact]
    public async Task Explain_PartsWithAnEquality_AreJoinedByHash()
    {
        using var engine = await Filled();
        var steps = await engine.ExplainAsync("MATCH (a:Many), (b:Few) WHERE a.x = b.x RETURN a, b");
        Assert.Contains(steps, s => s.StartsWith("ValueHashJoin", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, s => s.StartsWith("CartesianProduct", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_PartsWithAnEqualityOnAnIndex_SeekForEveryRow()
    {
        using var engine = await Filled();
        var steps = await engine.ExplainAsync("MATCH (a:Few), (b:L) WHERE a.x = b.k RETURN a, b");
        Assert.Contains(steps, s => s.StartsWith("NodeIndexSeek", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, s => s.StartsWith("CartesianProduct", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Explain_PartsWithoutAnEquality_ReadTheSecondOnce()
    {
        using var engine = await Filled();
        Assert.Contains(await engine.ExplainAsync("MATCH (a:Many), (b:Few) RETURN a, b"), s => s.StartsWith("CartesianProduct", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MATCH (n:Many) RETURN count(n) AS n", "NodeCountFromCountStore")]
    [InlineData("MATCH (n) RETURN count(*) AS n, count(DISTINCT n) AS m", "NodeCountFromCountStore")]
    [InlineData("MATCH (n:Unknown) WITH count(n) AS n RETURN n", "NodeCountFromCountStore")]
    [InlineData("MATCH (:Many)-[r:T]->() RETURN count(r) AS n", "RelationshipCountFromCountStore")]
    [InlineData("MATCH ()<-[r:T|U]-() RETURN count(*) AS n", "RelationshipCountFromCountStore")]
    [InlineData("MATCH ()-[r]->(f) RETURN count(f) AS n", "RelationshipCountFromCountStore")]
    [InlineData("MATCH (n:Many) RETURN count(n.x) AS n", "EagerAggregation (one group)")]
    [InlineData("MATCH (n:Many) WHERE n.x > 5 RETURN count(n) AS n", "EagerAggregation (one group)")]
    [InlineData("MATCH ()-[r:T]->(f) RETURN count(DISTINCT f) AS n", "EagerAggregation (one group)")]
    [InlineData("MATCH ()-[r:T]-() RETURN count(r) AS n", "EagerAggregation (one group)")]
    public async Task Count_OfAllOfAKind_ComesFromTheStoreAndIsRight(string query, string expected)
    {
        using var engine = await Filled();
        await engine.RunAsync("MATCH (f:Few) CREATE (f)-[:T]->(f), (f)-[:U]->(:Many {x: -1})");

        Assert.Contains(await engine.ExplainAsync(query), s => s.StartsWith(expected, StringComparison.Ordinal));

        // A predicate that is always true hides from the planner that all are counted.
        Assert.Equal(await engine.RunAsync(Counted(query, "WHERE rand() >= 0")), await engine.RunAsync(query));
    }

    [Fact]
    public async Task Count_AfterWritesOfTheSameStatement_CountsThem()
    {
        using var engine = await Filled();

        Assert.Equal(["> [205]"], await engine.RunAsync("UNWIND range(1, 5) AS i CREATE (:Many) WITH count(*) AS made MATCH (m:Many) RETURN count(m)"));
    }

    [Theory]
    [InlineData("MERGE (f:Few {x: i}) MERGE (m:Many {x: i}) MERGE (m)-[r:U]->(f) ON MATCH SET r.n = r.n + 1 ON CREATE SET r.n = 1", false)]
    [InlineData("MERGE (m:Many {x: i}) SET m.y = coalesce(m.y, 0) + 1, m.z = CASE WHEN i > m.z THEN i ELSE m.z END", false)]
    [InlineData("CREATE (a:A {x: i}) MERGE (m:Many {x: i})", false)]
    [InlineData("MERGE (f:Few {x: i}) MERGE (m:Few:More {x: i})", true)]
    [InlineData("MERGE (f:Few:More {x: i}) MERGE (m:Few {x: 10 - i})", true)]
    [InlineData("MERGE (a:Many {x: i}) MERGE (b:Many {x: 400 - i})", true)]
    [InlineData("MERGE (m:Many {x: i}) SET m.x = i + 1", true)]
    [InlineData("MERGE (m:Many {x: i}) SET m.y = i MERGE (f:Few {x: m.y})", true)]
    [InlineData("MERGE (f:Few {x: i}) SET f.y = i MERGE (m:Many {x: i}) SET m.y = f.y", true)]
    [InlineData("MERGE (m:Many {x: 1}) SET m.y = i SET m.y = m.y + 1", true)]
    [InlineData("MERGE (m:Many {x: i}) SET m.y = size(labels(m))", true)]
    [InlineData("MERGE (m:Many {x: i}) SET m:Few", true)]
    [InlineData("MERGE (m:Many {x: i}) SET m.y = COUNT { (:Many) }", true)]
    [InlineData("MERGE (m:Many {x: i}) SET m += {y: i}", true)]
    [InlineData("MERGE (m:Many {x: i}) DELETE m", true)]
    public async Task Explain_WritingClauses_AreTakenApartOnlyIfTheyCouldMeet(string clauses, bool expected)
    {
        using var engine = await Filled();

        var steps = await engine.ExplainAsync("UNWIND range(1, 5) AS i " + clauses);

        Assert.Equal(expected, steps.Any(step => step.StartsWith("Eager", StringComparison.Ordinal)));
    }

    private static string Counted(string query, string predicate) =>
        query.Insert(query.IndexOf(query.Contains(" WHERE ", StringComparison.Ordinal) ? " RETURN" : query.Contains(" WITH", StringComparison.Ordinal) ? " WITH" : " RETURN", StringComparison.Ordinal),
            query.Contains(" WHERE ", StringComparison.Ordinal) ? " AND rand() >= 0" : " " + predicate);

    private static async Task<Engine> Filled()
    {
        var engine = new Engine();
        await engine.RunAsync("CREATE INDEX l FOR (n:L) ON (n.k)");
        await engine.RunAsync("UNWIND range(1, 200) AS i CREATE (:L {k: i}), (:Many {x: i})");
        await engine.RunAsync("UNWIND range(1, 3) AS i MATCH (m:Many {x: i}) CREATE (m)-[:T]->(:Few {x: i})");
        return engine;
    }
}
