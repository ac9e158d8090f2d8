using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Driver;

[Collection(Neo4jCollection.Name)]
public sealed class TransactionTests(Neo4jFixture neo4j)
{
    [Fact]
    public async Task Rollback_AndDispose_LeaveNothing()
    {
        var driver = await neo4j.EmptyAsync();
        await using var session = driver.AsyncSession();
        var rolledBack = await session.BeginTransactionAsync();
        await rolledBack.RunAsync("CREATE (:N)");
        await rolledBack.RollbackAsync();
        await using (var disposed = await session.BeginTransactionAsync())
            await disposed.RunAsync("CREATE (:N)");
        await using (var committed = await session.BeginTransactionAsync())
        {
            await committed.RunAsync("CREATE (:N)");
            await committed.CommitAsync();
            await Assert.ThrowsAsync<TransactionClosedException>(committed.CommitAsync);
        }

        Assert.Equal(1L, await CountAsync(session));
    }

    [Fact]
    public async Task Begin_WhileOneIsOpen_TransactionNestingException()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();
        await using var transaction = await session.BeginTransactionAsync();

        await Assert.ThrowsAsync<TransactionNestingException>(() => session.BeginTransactionAsync());
        await Assert.ThrowsAsync<TransactionNestingException>(() => session.RunAsync("RETURN 1"));
    }

    [Fact]
    public async Task Run_AfterAFailedQuery_TransactionIsTerminatedAndRolledBack()
    {
        var driver = await neo4j.EmptyAsync();
        await using var session = driver.AsyncSession();
        var transaction = await session.BeginTransactionAsync();
        await transaction.RunAsync("CREATE (:N)");
        var failing = await transaction.RunAsync("RETURN 1/0");

        var error = await Assert.ThrowsAsync<ClientException>(failing.ConsumeAsync);

        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", error.Code);
        await Assert.ThrowsAsync<TransactionTerminatedException>(() => transaction.RunAsync("RETURN 1"));
        await Assert.ThrowsAsync<TransactionTerminatedException>(transaction.CommitAsync);
        await transaction.RollbackAsync();
        Assert.Equal(0L, await CountAsync(session));
    }

    [Fact]
    public async Task Commit_UnreadResultThatFailed_ThrowsItsErrorAndCommitsNothing()
    {
        var driver = await neo4j.EmptyAsync();
        await using var session = driver.AsyncSession();
        var transaction = await session.BeginTransactionAsync();
        await transaction.RunAsync("CREATE (:N)");
        await transaction.RunAsync("RETURN 1/0");

        await Assert.ThrowsAsync<ClientException>(transaction.CommitAsync);

        Assert.Equal(0L, await CountAsync(session));
    }

    [Fact]
    public async Task ExecuteWrite_WorkThrows_RollsBackAndRethrows()
    {
        var driver = await neo4j.EmptyAsync();
        await using var session = driver.AsyncSession();

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => session.ExecuteWriteAsync(async runner =>
        {
            await runner.RunAsync("CREATE (:N)");
            throw new TimeZoneNotFoundException();
        }));

        Assert.Equal(0L, await CountAsync(session));
    }

    [Fact]
    public async Task ExecuteRead_WritingQuery_IsRefused()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();

        await Assert.ThrowsAnyAsync<Neo4jException>(() =>
            session.ExecuteReadAsync(async runner => await (await runner.RunAsync("CREATE (:N)")).ConsumeAsync()));
    }

    [Fact]
    public async Task ExecuteWrite_Deadlock_IsTriedAgainUntilBothSucceed()
    {
        var driver = await neo4j.EmptyAsync();
        await using (var setup = driver.AsyncSession())
            await (await setup.RunAsync("CREATE (:N {id: 1, n: 0}), (:N {id: 2, n: 0})")).ConsumeAsync();
        using var bothHoldOne = new Barrier(2);
        async Task<int> CrossAsync(int first, int second)
        {
            var attempts = 0;
            await using var session = driver.AsyncSession();
            await session.ExecuteWriteAsync(async runner =>
            {
                await (await runner.RunAsync("MATCH (n:N {id: $id}) SET n.n = n.n + 1", new { id = first })).ConsumeAsync();
                if (attempts++ == 0)
                    await Task.Run(bothHoldOne.SignalAndWait);
                await (await runner.RunAsync("MATCH (n:N {id: $id}) SET n.n = n.n + 1", new { id = second })).ConsumeAsync();
            });
            return attempts;
        }

        var attempts = await Task.WhenAll(CrossAsync(1, 2), CrossAsync(2, 1));

        Assert.True(attempts.Sum() > 2);
        await using var session = driver.AsyncSession();
        var sum = await (await session.RunAsync("MATCH (n:N) RETURN sum(n.n) AS sum")).SingleAsync();
        Assert.Equal(4L, sum["sum"]);
    }

    [Fact]
    public async Task LastBookmarks_AfterAWrite_AnotherSessionSeesIt()
    {
        var driver = await neo4j.EmptyAsync();
        await using var writer = driver.AsyncSession();
        await (await writer.RunAsync("CREATE (:N)")).ConsumeAsync();

        await using var reader = driver.AsyncSession(options => options
            .WithBookmarks(writer.LastBookmarks).WithDefaultAccessMode(AccessMode.Read));

        Assert.NotEmpty(writer.LastBookmarks.Values);
        Assert.Equal(1L, await CountAsync(reader));
    }

    [Fact]
    public async Task Run_TimeoutAndMetadata_ReachTheServer()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();

        var cursor = await session.RunAsync(
            "SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData.purpose = 'test' RETURN count(*) AS n",
            options => options.WithMetadata(new Dictionary<string, object> { ["purpose"] = "test" }));
        Assert.Equal(1L, (await cursor.SingleAsync())["n"]);
        var slow = await session.RunAsync(
            "UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i)",
            options => options.WithTimeout(TimeSpan.FromMilliseconds(200)));
        var error = await Assert.ThrowsAnyAsync<Neo4jException>(slow.ConsumeAsync);
        Assert.StartsWith("Neo.ClientError.Transaction.TransactionTimedOut", error.Code, StringComparison.Ordinal);
    }

    private static async Task<long> CountAsync(IAsyncSession session) =>
        (await (await session.RunAsync("MATCH (n:N) RETURN count(n) AS n")).SingleAsync())["n"].As<long>();
}
