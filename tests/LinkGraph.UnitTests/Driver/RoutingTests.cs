using Neo4j.Driver;

namespace LinkGraph.UnitTests.Driver;

public sealed class RoutingTests
{
    [Fact]
    public async Task Run_OneServer_AsksForTheTableOnceAndNamesTheDatabase()
    {
        ScriptedServer? self = null;
        ScriptedServer.Request? run = null;
        await using var server = self = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            string[] me = [$"127.0.0.1:{self!.Port}"];
            await connection.ExpectAsync("ROUTE");
            await connection.RoutesAsync(1000, me, me, me, "homedb");
            run = await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FieldsAsync("n");
            await connection.SuccessAsync();
            await connection.AnswerQueryAsync();
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.RoutingAddress);
        await using var session = driver.AsyncSession();

        await (await session.RunAsync("RETURN 1")).ConsumeAsync();
        await (await session.RunAsync("RETURN 1")).ConsumeAsync();

        Assert.True(run!.Mentions("homedb"));
        Assert.Equal(1, server.Accepted);
        Assert.Single(server.Requests, request => request == "ROUTE");
    }

    [Fact]
    public async Task Run_ReadAndWrite_GoToTheServersOfTheirRole()
    {
        await using var reader = Member(20);
        await using var writer = Member(30);
        await using var router = Router(1000, () => [reader.Port], () => [writer.Port]);
        await using var driver = GraphDatabase.Driver(router.RoutingAddress);
        await using var session = driver.AsyncSession(options => options.WithDatabase("neo4j"));

        var read = await session.ExecuteReadAsync(ReadOneAsync);
        var written = await session.ExecuteWriteAsync(ReadOneAsync);

        Assert.Equal((20L, 30L), (read, written));
    }

    [Fact]
    public async Task Run_TableHasExpired_IsAskedForAgain()
    {
        await using var member = Member(1);
        await using var router = Router(0, () => [member.Port], () => [member.Port]);
        await using var driver = GraphDatabase.Driver(router.RoutingAddress);
        await using var session = driver.AsyncSession(options => options.WithDatabase("neo4j"));

        await session.ExecuteReadAsync(ReadOneAsync);
        await session.ExecuteReadAsync(ReadOneAsync);

        Assert.Equal(2, router.Requests.Count(request => request == "ROUTE"));
    }

    [Theory]
    [InlineData("Neo.ClientError.Cluster.NotALeader")]
    [InlineData("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase")]
    public async Task ExecuteWrite_LeaderHasChanged_FindsTheNewOneByANewTable(string code)
    {
        await using var old = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("BEGIN");
            await connection.SuccessAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FailureAsync(code);
            await connection.IgnoredAsync();
            await connection.ExpectAsync("RESET");
            await connection.SuccessAsync();
            await connection.ExpectAsync("GOODBYE");
        });
        await using var leader = Member(9);
        var tables = 0;
        await using var router = Router(1000, () => [old.Port], () => [tables++ == 0 ? old.Port : leader.Port]);
        await using var driver = GraphDatabase.Driver(router.RoutingAddress);
        await using var session = driver.AsyncSession(options => options.WithDatabase("neo4j"));

        Assert.Equal(9, await session.ExecuteWriteAsync(ReadOneAsync));
        Assert.Equal(2, tables);
    }

    [Fact]
    public async Task Run_LeaderHasChangedOutsideATransactionFunction_SessionExpired()
    {
        await using var old = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            await connection.FailureAsync("Neo.ClientError.Cluster.NotALeader");
            await connection.IgnoredAsync();
            await connection.ExpectAsync("RESET");
            await connection.SuccessAsync();
        });
        await using var router = Router(1000, () => [old.Port], () => [old.Port]);
        await using var driver = GraphDatabase.Driver(router.RoutingAddress);
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("CREATE ()");

        var error = await Assert.ThrowsAsync<SessionExpiredException>(cursor.ConsumeAsync);

        Assert.True(error.IsRetriable);
    }

    [Fact]
    public async Task ExecuteRead_ConnectionIsLost_TheServerIsLeftOut()
    {
        await using var broken = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("BEGIN");
            connection.Abort();
        });
        await using var sound = Member(4);
        var tables = 0;
        await using var router = Router(1000, () => tables++ == 0 ? [broken.Port] : [sound.Port], () => [sound.Port]);
        await using var driver = GraphDatabase.Driver(router.RoutingAddress);
        await using var session = driver.AsyncSession(options => options.WithDatabase("neo4j"));

        Assert.Equal(4, await session.ExecuteReadAsync(ReadOneAsync));
    }

    [Fact]
    public async Task Run_NoServerOfTheTableAnswers_TheNextInTheTableServes()
    {
        int dead;
        await using (var gone = new ScriptedServer(_ => Task.CompletedTask))
            dead = gone.Port;
        await using var sound = Member(4);
        await using var router = Router(1000, () => [dead, sound.Port], () => [sound.Port]);
        await using var driver = GraphDatabase.Driver(router.RoutingAddress);
        await using var session = driver.AsyncSession(options => options.WithDatabase("neo4j"));

        for (var i = 0; i < 3; i++)
            Assert.Equal(4, await session.ExecuteReadAsync(ReadOneAsync));
    }

    [Fact]
    public async Task Run_UnknownDatabase_FatalDiscoveryIsNotTriedAgain()
    {
        await using var router = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("ROUTE");
            await connection.FailureAsync("Neo.ClientError.Database.DatabaseNotFound");
            await connection.ExpectAsync("RESET");
            await connection.SuccessAsync();
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(router.RoutingAddress);
        await using var session = driver.AsyncSession(options => options.WithDatabase("nosuch"));

        var error = await Assert.ThrowsAsync<FatalDiscoveryException>(() => session.ExecuteReadAsync(ReadOneAsync));

        Assert.Equal("Neo.ClientError.Database.DatabaseNotFound", error.Code);
        Assert.Single(router.Requests, request => request == "ROUTE");
    }

    [Fact]
    public async Task Verify_NoRouterAnswers_ServiceUnavailable()
    {
        string address;
        await using (var gone = new ScriptedServer(_ => Task.CompletedTask))
            address = gone.RoutingAddress;
        await using var driver = GraphDatabase.Driver(address);

        await Assert.ThrowsAsync<ServiceUnavailableException>(driver.VerifyConnectivityAsync);
    }

    [Fact]
    public async Task Resolver_GivesOtherAddresses_DiscoveryStartsThere()
    {
        await using var member = Member(6);
        await using var router = Router(1000, () => [member.Port], () => [member.Port]);
        await using var driver = GraphDatabase.Driver(
            "neo4j://nowhere.invalid", options => options.WithResolver(new Resolver(router.Port)));
        await using var session = driver.AsyncSession(options => options.WithDatabase("neo4j"));

        Assert.Equal(6, await session.ExecuteReadAsync(ReadOneAsync));
    }

    [Theory]
    [InlineData("http://localhost", typeof(NotSupportedException))]
    [InlineData("bolt://localhost?policy=eu", typeof(ArgumentException))]
    [InlineData("neo4j://localhost?policy", typeof(ArgumentException))]
    [InlineData("neo4j://localhost?a=1&a=2", typeof(ArgumentException))]
    public void Driver_UriThatIsNone_IsRefused(string uri, Type type) =>
        Assert.IsType(type, Record.Exception(() => GraphDatabase.Driver(uri)));

    [Fact]
    public void Driver_SchemeAndConfigurationBothDecideEncryption_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            GraphDatabase.Driver("bolt+s://localhost", options => options.WithEncryptionLevel(EncryptionLevel.Encrypted)));

    private static ScriptedServer Router(long timeToLive, Func<int[]> readers, Func<int[]> writers)
    {
        ScriptedServer? self = null;
        return self = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            while (true)
            {
                await connection.ExpectAsync("ROUTE");
                await connection.RoutesAsync(
                    timeToLive, [$"127.0.0.1:{self!.Port}"], [.. readers().Select(Address)], [.. writers().Select(Address)]);
            }
        });
    }

    private static string Address(int port) => $"127.0.0.1:{port}";

    private static ScriptedServer Member(long answer) => new(async connection =>
    {
        await connection.WelcomeAsync();
        while (true)
        {
            await connection.ExpectAsync("BEGIN");
            await connection.SuccessAsync();
            await connection.AnswerQueryAsync(answer);
            await connection.ExpectAsync("COMMIT");
            await connection.SuccessAsync();
        }
    });

    private static async Task<long> ReadOneAsync(IAsyncQueryRunner runner) =>
        (await (await runner.RunAsync("RETURN 1")).SingleAsync())["n"].As<long>();

    private sealed class Resolver(int port) : IServerAddressResolver
    {
        public ISet<ServerAddress> Resolve(ServerAddress address) => new HashSet<ServerAddress> { ServerAddress.From("127.0.0.1", port) };
    }
}
