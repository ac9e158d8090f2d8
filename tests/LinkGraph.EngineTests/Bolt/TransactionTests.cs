using LinkGraph.Bolt.Server;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Bolt;

public sealed class TransactionTests
{
    private const string Count = "MATCH (n) RETURN count(n)";

    [Fact]
    public async Task Commit_AfterWrites_ShowsThemToOthersOnlyThen()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession();

        var transaction = await session.BeginTransactionAsync();
        await (await transaction.RunAsync("CREATE ()")).ConsumeAsync();
        var within = (await (await transaction.RunAsync(Count)).SingleAsync())[0].As<int>();
        var outside = await running.SingleAsync<int>(Count);
        await transaction.CommitAsync();

        Assert.Equal((1, 0), (within, outside));
        Assert.Equal(1, await running.SingleAsync<int>(Count));
    }

    [Fact]
    public async Task Commit_WithUnreadResult_WritesAllOfIt()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession(s => s.WithFetchSize(2));

        var transaction = await session.BeginTransactionAsync();
        await transaction.RunAsync("UNWIND range(1, 100) AS i CREATE (n {i: i}) RETURN n");
        await transaction.CommitAsync();

        Assert.Equal(100, await running.SingleAsync<int>(Count));
    }

    [Fact]
    public async Task Rollback_AfterWrites_LeavesNothing()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession();

        var transaction = await session.BeginTransactionAsync();
        await (await transaction.RunAsync("CREATE ()")).ConsumeAsync();
        await transaction.RollbackAsync();

        Assert.Equal(0, await running.SingleAsync<int>(Count));
    }

    [Fact]
    public async Task TwoOpenResults_InOneTransaction_AreReadInTurns()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var client = await RawClient.LogOnAsync(running);
        await client.SuccessAsync(RawClient.Begin);
        var first = await client.SuccessAsync(RawClient.Run("UNWIND range(1, 3) AS i CREATE ({i: i}) RETURN i"));
        Assert.Equal(true, (await client.SuccessAsync(RawClient.Pull(1)))["has_more"]);
        await client.SuccessAsync(RawClient.Run("MATCH (n) RETURN count(n) AS c"));
        client.Records.Clear();

        Assert.False((await client.SuccessAsync(RawClient.Pull(-1))).ContainsKey("has_more"));
        Assert.Equal([3L], client.Records.Select(r => r[0]));
        Assert.False((await client.SuccessAsync(RawClient.Pull(-1, (long)first["qid"]!))).ContainsKey("has_more"));
        Assert.Equal([3L, 2L, 3L], client.Records.Select(r => r[0]));
        Assert.Contains("bookmark", (await client.SuccessAsync(RawClient.Commit)).Keys);
    }

    [Fact]
    public async Task Error_InATransaction_RollsBackAndTheSessionGoesOn()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession();

        var transaction = await session.BeginTransactionAsync();
        await (await transaction.RunAsync("CREATE ()")).ConsumeAsync();
        var error = await Assert.ThrowsAnyAsync<ClientException>(async () => await (await transaction.RunAsync("RETURN 1 +")).ConsumeAsync());
        await transaction.RollbackAsync();

        Assert.Equal("Neo.ClientError.Statement.SyntaxError", error.Code);
        Assert.Equal(0, (await (await session.RunAsync(Count)).SingleAsync())[0].As<int>());
    }

    [Fact]
    public async Task Error_WhileRowsAreRead_ComesAfterTheRowsBeforeIt()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession();
        var cursor = await session.RunAsync("UNWIND [1, 1, 0] AS x RETURN 1 / x AS y");

        Assert.True(await cursor.FetchAsync());
        Assert.True(await cursor.FetchAsync());
        var error = await Assert.ThrowsAnyAsync<ClientException>(cursor.FetchAsync);
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", error.Code);
        Assert.Equal(1, (await (await session.RunAsync("RETURN 1 AS x")).SingleAsync())["x"].As<int>());
    }

    [Fact]
    public async Task Write_InReadMode_IsRefused()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));

        var error = await Assert.ThrowsAnyAsync<ClientException>(async () => await (await session.RunAsync("CREATE ()")).ConsumeAsync());

        Assert.Equal("Neo.ClientError.Statement.AccessMode", error.Code);
        Assert.Equal(0, await running.SingleAsync<int>(Count));
    }

    [Fact]
    public async Task Database_ThatIsNone_IsNotFound()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession(s => s.WithDatabase("nowhere"));

        var error = await Assert.ThrowsAnyAsync<Neo4jException>(async () => await (await session.RunAsync("RETURN 1")).ConsumeAsync());

        Assert.Equal("Neo.ClientError.Database.DatabaseNotFound", error.Code);
    }

    [Fact]
    public async Task RoutingDriver_AgainstOneServer_IsSentToIt()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var driver = GraphDatabase.Driver(
            $"neo4j://{running.Database.Address.Authority}", AuthTokens.Basic(running.Database.User, running.Database.Password));
        await using var session = driver.AsyncSession();

        var x = await session.ExecuteReadAsync(async work => (await (await work.RunAsync("RETURN 42")).SingleAsync())[0].As<int>());

        Assert.Equal(42, x);
    }

    [Fact]
    public async Task Timeout_OfTheClient_EndsTheQuery()
    {
        await using var running = await RunningDatabase.StartAsync();
        await using var session = running.Driver.AsyncSession();

        var error = await Assert.ThrowsAnyAsync<ClientException>(async () => await (await session.RunAsync(
            Endless, t => t.WithTimeout(TimeSpan.FromMilliseconds(100)))).ConsumeAsync());

        Assert.Equal("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", error.Code);
    }

    [Fact]
    public async Task IdleTransaction_LeftForTooLong_GivesTheWriteLockBack()
    {
        await using var running = await RunningDatabase.StartAsync(new BoltServerOptions { IdleTransactionTimeout = TimeSpan.FromMilliseconds(200) });
        await using var session = running.Driver.AsyncSession();
        var transaction = await session.BeginTransactionAsync();
        await (await transaction.RunAsync("CREATE ()")).ConsumeAsync();

        await running.RowsAsync("CREATE (:Other)");

        var error = await Assert.ThrowsAnyAsync<ClientException>(transaction.CommitAsync);
        Assert.Equal("Neo.ClientError.Transaction.TransactionTimedOut", error.Code);
        Assert.Equal(1, await running.SingleAsync<int>(Count));
    }

    internal const string Endless =
        "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b < 0 RETURN count(*)";
}
