using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Driver;

[Collection(Neo4jCollection.Name)]
public sealed class QueryTests(Neo4jFixture neo4j)
{
    [Fact]
    public async Task GetServerInfo_RealServer_TellsAgentAndProtocol()
    {
        var driver = await neo4j.DriverAsync();

        var info = await driver.GetServerInfoAsync();

        Assert.StartsWith("Neo4j/", info.Agent, StringComparison.Ordinal);
        Assert.Equal("5.4", info.ProtocolVersion);
        Assert.True(await driver.SupportsMultiDbAsync());
        Assert.True(await driver.SupportsSessionAuthAsync());
        Assert.True(await driver.TryVerifyConnectivityAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(-1)]
    public async Task Fetch_AnyFetchSize_EveryRecordOnceInOrder(long fetchSize)
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession(options => options.WithFetchSize(fetchSize));

        var cursor = await session.RunAsync("UNWIND range(1, 2500) AS i RETURN i");
        var numbers = await cursor.ToListAsync(record => record["i"].As<int>());

        Assert.Equal(Enumerable.Range(1, 2500), numbers);
    }

    [Fact]
    public async Task Consume_MiddleOfStream_DiscardsTheRestAndFreesTheSession()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession(options => options.WithFetchSize(10));
        var cursor = await session.RunAsync("UNWIND range(1, 100000000) AS i RETURN i");
        Assert.True(await cursor.FetchAsync());

        var summary = await cursor.ConsumeAsync();

        Assert.Equal(QueryType.ReadOnly, summary.QueryType);
        Assert.False(cursor.IsOpen);
        await Assert.ThrowsAsync<ResultConsumedException>(cursor.FetchAsync);
        var next = await (await session.RunAsync("RETURN 1 AS n")).SingleAsync();
        Assert.Equal(1, next["n"].As<int>());
    }

    [Fact]
    public async Task Run_WhileAnotherResultIsOpen_EndsTheOtherOne()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession(options => options.WithFetchSize(2));
        var first = await session.RunAsync("UNWIND range(1, 10) AS i RETURN i");
        Assert.True(await first.FetchAsync());

        var second = await (await session.RunAsync("RETURN 2 AS n")).SingleAsync();

        Assert.Equal(2L, second["n"]);
        await Assert.ThrowsAsync<ResultConsumedException>(first.FetchAsync);
    }

    [Fact]
    public async Task Fetch_TwoResultsOfATransactionInTurns_BothComplete()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession(options => options.WithFetchSize(3));
        await using var transaction = await session.BeginTransactionAsync();
        var odd = await transaction.RunAsync("UNWIND range(1, 19, 2) AS i RETURN i");
        var even = await transaction.RunAsync("UNWIND range(2, 20, 2) AS i RETURN i");

        var numbers = new List<int>();
        while (await odd.FetchAsync() && await even.FetchAsync())
            numbers.AddRange([odd.Current["i"].As<int>(), even.Current["i"].As<int>()]);
        await transaction.CommitAsync();

        Assert.Equal(Enumerable.Range(1, 20), numbers);
    }

    [Fact]
    public async Task Peek_BeforeAndAfterTheLast_DoesNotMove()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("RETURN 1 AS n");

        Assert.Equal(["n"], await cursor.KeysAsync());
        Assert.Equal(1L, (await cursor.PeekAsync())["n"]);
        Assert.Throws<InvalidOperationException>(() => cursor.Current);
        Assert.True(await cursor.FetchAsync());
        Assert.Null(await cursor.PeekAsync());
        Assert.False(await cursor.FetchAsync());
    }

    [Fact]
    public async Task Summary_UpdatesPlanProfileNotifications_AllTold()
    {
        var driver = await neo4j.EmptyAsync();
        await using var session = driver.AsyncSession();

        var created = await (await session.RunAsync("CREATE (:A {x: 1})-[:R]->(:B)")).ConsumeAsync();
        var explained = await (await session.RunAsync("EXPLAIN MATCH (n:Nowhere), (m) RETURN n, m")).ConsumeAsync();
        var profiled = await (await session.RunAsync("PROFILE MATCH (n) RETURN n")).ConsumeAsync();

        Assert.Equal((2, 1, 1, 2), (
            created.Counters.NodesCreated, created.Counters.RelationshipsCreated, created.Counters.PropertiesSet,
            created.Counters.LabelsAdded));
        Assert.True(created.Counters.ContainsUpdates);
        Assert.Equal(QueryType.WriteOnly, created.QueryType);
        Assert.Equal("neo4j", created.Database.Name);
        Assert.True(explained.HasPlan);
        Assert.False(explained.HasProfile);
        Assert.Contains(explained.Notifications, notification => notification.Category == NotificationCategory.Unrecognized);
        Assert.True(profiled.HasProfile);
        Assert.Equal(2, profiled.Profile.Records);
        Assert.NotEmpty(profiled.Profile.Children);
    }

    [Fact]
    public async Task Run_NotificationsDisabled_NoneComes()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession(options => options.WithNotificationsDisabled());

        var summary = await (await session.RunAsync("EXPLAIN MATCH (n:Nowhere), (m) RETURN n, m")).ConsumeAsync();

        Assert.True(summary.Notifications is null or { Count: 0 });
    }

    [Theory]
    [InlineData("RETRUN 1", typeof(ClientException), "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("RETURN 1/0", typeof(ClientException), "Neo.ClientError.Statement.ArithmeticError")]
    [InlineData("RETURN $missing", typeof(ClientException), "Neo.ClientError.Statement.ParameterMissing")]
    [InlineData("RETURN 1 + duration('P1D')", typeof(ClientException), "Neo.ClientError.Statement.SyntaxError")]
    public async Task Run_QueryThatFails_TypeAndCodeAndTheSessionGoesOn(string query, Type type, string code)
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession();

        var error = await Assert.ThrowsAnyAsync<Neo4jException>(async () => await (await session.RunAsync(query)).ConsumeAsync());

        Assert.IsType(type, error);
        Assert.Equal(code, error.Code);
        Assert.False(error.IsRetriable);
        Assert.Equal(3L, (await (await session.RunAsync("RETURN 3 AS n")).SingleAsync())["n"]);
    }

    [Fact]
    public async Task Run_UnknownDatabase_FatalDiscoveryException()
    {
        var driver = await neo4j.DriverAsync();
        await using var session = driver.AsyncSession(options => options.WithDatabase("nosuch"));

        await Assert.ThrowsAsync<FatalDiscoveryException>(async () => await (await session.RunAsync("RETURN 1")).ConsumeAsync());
    }
}
