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

    private static async Task<Engine> Filled()
    {
        var engine = new Engine();
        await engine.RunAsync("CREATE INDEX l FOR (n:L) ON (n.k)");
        await engine.RunAsync("UNWIND range(1, 200) AS i CREATE (:L {k: i}), (:Many {x: i})");
        await engine.RunAsync("UNWIND range(1, 3) AS i MATCH (m:Many {x: i}) CREATE (m)-[:T]->(:Few {x: i})");
        return engine;
    }
}
