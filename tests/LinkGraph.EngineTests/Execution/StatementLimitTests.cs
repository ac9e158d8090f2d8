using System.Diagnostics;
using LinkGraph.Cypher;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Execution;

/// <summary>A statement keeps to its memory and ends soon after it is told to, whatever it does.</summary>
public sealed class StatementLimitTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("RETURN size(range(1, 100000000))")]
    [InlineData("RETURN size([x IN range(1, 1000) | range(x, 100000)])")]
    [InlineData("UNWIND range(1, 100000000) AS x RETURN size(collect(x))")]
    [InlineData("UNWIND range(1, 100000000) AS x RETURN percentileCont(x, 0.5)")]
    [InlineData("UNWIND range(1, 100000000) AS x RETURN count(DISTINCT x)")]
    [InlineData("RETURN size(reduce(s = 'abc', x IN range(1, 100) | s + s))")]
    [InlineData("RETURN size(reduce(l = [], x IN range(1, 1000000) | l + [l]))")]
    [InlineData("RETURN size(reduce(s = 'a', x IN range(1, 40) | replace(s, 'a', 'aaaa')))")]
    [InlineData("WITH reduce(s = 'a', x IN range(1, 20) | s + s) AS s RETURN size([x IN range(1, 100) | split(s, '')])")]
    [InlineData("RETURN COLLECT { UNWIND range(1, 100000000) AS x RETURN x }")]
    public async Task Rows_MoreThanTheStatementMayHold_OutOfMemory(string query)
    {
        var engine = new CypherEngine(store, new CypherOptions { StatementMemory = 10_000_000 });
        var error = await Assert.ThrowsAsync<CypherException>(() => CountAsync(engine, query, default));
        Assert.EndsWith("MemoryPoolOutOfMemoryError", error.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UNWIND range(1, 300000) AS x WITH [y IN range(1, 100) | toString(y)] AS l RETURN sum(size(l)) AS n", 30_000_000)]
    [InlineData("RETURN size(reduce(s = '', x IN range(1, 20000) | s + 'x')) AS n", 20_000)]
    [InlineData("RETURN size(reduce(l = [], x IN range(1, 5000) | l + x)) AS n", 5_000)]
    [InlineData("WITH range(1, 20000) AS l UNWIND l AS x WITH l, x ORDER BY x RETURN count(*) AS n", 20_000)]
    [InlineData("UNWIND range(1, 1000000) AS x RETURN count(DISTINCT 'text ' + x % 10) AS n", 10)]
    [InlineData("UNWIND range(1, 300000) AS x CALL { WITH x UNWIND [3, 1, 2] AS y WITH y ORDER BY y RETURN y LIMIT 1 } RETURN count(y) AS n", 300_000)]
    public async Task Rows_MuchMadeLittleHeld_Fits(string query, long expected)
    {
        var engine = new CypherEngine(store, new CypherOptions { StatementMemory = 10_000_000 });
        using var result = await engine.RunAsync(query, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(expected, Assert.Single(result.Rows())[0].AsInteger());
    }

    [Theory]
    [InlineData("UNWIND range(1, 100000000000) AS x RETURN count(x)")]
    [InlineData("WITH range(1, 20000) AS l RETURN size([x IN l WHERE any(y IN l WHERE y = -x) | x])")]
    [InlineData("WITH range(1, 20000) AS l RETURN reduce(a = 0, x IN l | a + size([y IN l WHERE y > x]))")]
    [InlineData("UNWIND range(1, 20000000) AS x WITH x ORDER BY x % 1000, x DESC RETURN sum(x)")]
    [InlineData("UNWIND range(1, 20000000) AS x RETURN percentileDisc(-x, 0.5)")]
    [InlineData("WITH reduce(s = '', x IN range(1, 60) | s + 'a') AS s RETURN s =~ '(?=b|a)(a+)+$(?<!a)'")]
    [InlineData("FOREACH (x IN range(1, 3000000) | MERGE (:A {x: 1}))")]
    public async Task Rows_Cancelled_EndsSoon(string query)
    {
        var engine = new CypherEngine(store, new CypherOptions { StatementMemory = 4L << 30 });
        using var cancel = new CancellationTokenSource();
        var running = Task.Run(() => CountAsync(engine, query, cancel.Token), CancellationToken.None);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.False(running.IsCompleted, "The statement is too quick to be cancelled.");
        var clock = Stopwatch.StartNew();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        // 100 ms are meant; the rest is for a machine that does other things too.
        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
    }

    private static async Task<long> CountAsync(CypherEngine engine, string query, CancellationToken cancellation)
    {
        using var result = await engine.RunAsync(query, MapValue.Empty, cancellation);
        return result.Rows().LongCount();
    }
}
