using Neo4j.Driver;

namespace LinkGraph.EngineTests.Bolt;

public sealed class StreamingTests
{
    [Fact]
    public async Task LargeResult_InSmallPulls_ComesWholeAndInOrder()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession(s => s.WithFetchSize(97));

        var cursor = await session.RunAsync("UNWIND range(1, 50000) AS i RETURN i, 'some text ' + i AS t");
        var expected = 0;
        while (await cursor.FetchAsync())
        {
            Assert.Equal(++expected, cursor.Current["i"].As<int>());
        }

        Assert.Equal(50_000, expected);
    }

    [Fact]
    public async Task EndlessResult_OfAClientThatGoes_Ends()
    {
        await using var running = await RunningDatabase.StartAsync();
        var client = await RawClient.LogOnAsync(running);
        await client.SuccessAsync(RawClient.Run("UNWIND range(1, 10000) AS i UNWIND range(1, 10000) AS j CREATE (n {i: j}) RETURN j"));
        await client.SendAsync(RawClient.Pull(-1));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        await client.DisposeAsync();

        // The write lock is free again and nothing has been written.
        Assert.Equal(0, await running.SingleAsync<int>("MERGE (n:A) WITH n MATCH (m) WHERE NOT m:A RETURN count(m)"));
    }

    [Fact]
    public async Task Dispose_WhileAQueryRuns_EndsIt()
    {
        var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.LogOnAsync(running);
        await client.SuccessAsync(RawClient.Run(TransactionTests.Endless));
        await client.SendAsync(RawClient.Pull(-1));
        await Task.Delay(50, TestContext.Current.CancellationToken);

        await running.DisposeAsync();

        Assert.Equal(0, running.Database.Connections);
    }

    [Fact]
    public async Task ManySessions_AtOnce_AllGetWhatTheyAskedFor()
    {
        const int Sessions = 48, Rounds = 20;
        await using var running = await RunningDatabase.StartAsync();
        await running.RowsAsync("CREATE CONSTRAINT FOR (c:Counter) REQUIRE c.name IS UNIQUE");

        await Task.WhenAll(Enumerable.Range(0, Sessions).Select(async number =>
        {
            await using var session = running.Driver.AsyncSession();
            for (var round = 0; round < Rounds; round++)
            {
                await session.ExecuteWriteAsync(async work => await (await work.RunAsync(
                    "MERGE (c:Counter {name: 'all'}) ON CREATE SET c.count = 1 ON MATCH SET c.count = c.count + 1")).ConsumeAsync());
                var echo = await session.ExecuteReadAsync(async work => (await (await work.RunAsync(
                    "MATCH (c:Counter) RETURN $n AS n, c.count AS count", new { n = (number * 1000) + round })).SingleAsync())["n"].As<int>());
                Assert.Equal((number * 1000) + round, echo);
            }
        }));

        Assert.Equal(Sessions * Rounds, await running.SingleAsync<int>("MATCH (c:Counter) RETURN c.count"));
    }
}
