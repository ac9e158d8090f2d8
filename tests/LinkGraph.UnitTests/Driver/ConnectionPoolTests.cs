using LinkGraph.Bolt.Handshake;
using Neo4j.Driver;

namespace LinkGraph.UnitTests.Driver;

public sealed class ConnectionPoolTests
{
    [Fact]
    public async Task Run_OneAfterAnother_OneConnectionServesAll()
    {
        await using var server = Queries();
        await using var driver = GraphDatabase.Driver(server.Address);

        for (var i = 0; i < 5; i++)
            await RunAsync(driver);

        Assert.Equal(1, server.Accepted);
        Assert.DoesNotContain("RESET", server.Requests);
    }

    [Fact]
    public async Task Acquire_AllInUse_WaitsThenClientException()
    {
        await using var server = Queries();
        await using var driver = GraphDatabase.Driver(server.Address, options => options
            .WithMaxConnectionPoolSize(1).WithConnectionAcquisitionTimeout(TimeSpan.FromMilliseconds(300)));
        await using var holder = driver.AsyncSession();
        var transaction = await holder.BeginTransactionAsync();

        var error = await Assert.ThrowsAsync<ClientException>(() => RunAsync(driver));
        Assert.Contains("0.3 s", error.Message, StringComparison.Ordinal);

        var waiting = RunAsync(driver);
        await transaction.RollbackAsync();
        await waiting;
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task Acquire_OlderThanTheLifetime_ANewConnection()
    {
        await using var server = Queries();
        await using var driver = GraphDatabase.Driver(
            server.Address, options => options.WithMaxConnectionLifetime(TimeSpan.FromMilliseconds(50)));
        await RunAsync(driver);
        await Task.Delay(100, TestContext.Current.CancellationToken);

        await RunAsync(driver);

        Assert.Equal(2, server.Accepted);
        Assert.Contains("GOODBYE", server.Requests);
    }

    [Fact]
    public async Task Acquire_IdleForLongerThanTheThreshold_IsTriedWithReset()
    {
        await using var server = Queries();
        await using var driver = GraphDatabase.Driver(
            server.Address, options => options.WithConnectionLivenessThreshold(TimeSpan.Zero));
        await RunAsync(driver);

        await RunAsync(driver);

        Assert.Equal(1, server.Accepted);
        Assert.Single(server.Requests, request => request == "RESET");
    }

    [Fact]
    public async Task Acquire_IdleConnectionIsDead_TheThresholdFindsOutAndANewOneServes()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.AnswerQueryAsync();
            await connection.ExpectAsync(connection.Number > 1 ? "GOODBYE" : "RESET");
            if (connection.Number == 1)
                connection.Abort();
        });
        await using var driver = GraphDatabase.Driver(
            server.Address, options => options.WithConnectionLivenessThreshold(TimeSpan.Zero));
        await RunAsync(driver);

        await RunAsync(driver);

        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task Acquire_ServerHasClosedTheIdleConnection_ANewOneServesWithoutAnError()
    {
        var closed = new TaskCompletionSource();
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.AnswerQueryAsync();
            if (connection.Number > 1)
            {
                await connection.ExpectAsync("GOODBYE");
                return;
            }
            connection.Close();
            closed.SetResult();
        });
        await using var driver = GraphDatabase.Driver(server.Address);
        await RunAsync(driver);
        await closed.Task;

        await RunAsync(driver);

        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task Acquire_RightsHaveExpired_NoOldConnectionIsUsedAgain()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.WelcomeAsync();
            await connection.ExpectAsync("RUN");
            await connection.ExpectAsync("PULL");
            if (connection.Number == 1)
            {
                await connection.FailureAsync("Neo.ClientError.Security.AuthorizationExpired");
                await connection.IgnoredAsync();
            }
            else
            {
                await connection.FieldsAsync("n");
                await connection.SuccessAsync();
            }
            await connection.ExpectAsync("GOODBYE");
        });
        await using var driver = GraphDatabase.Driver(server.Address);

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => RunAsync(driver));
        await RunAsync(driver);

        Assert.True(error.IsRetriable);
        Assert.Equal(2, server.Accepted);
    }

    [Fact]
    public async Task Session_TokenOfItsOwn_LogsOffAndOnAgain()
    {
        await using var server = Queries();
        await using var driver = GraphDatabase.Driver(server.Address, AuthTokens.Basic("a", "1"));
        await RunAsync(driver);
        await using (var other = driver.AsyncSession(options => options.WithAuthToken(AuthTokens.Basic("b", "2"))))
            await (await other.RunAsync("RETURN 1")).ConsumeAsync();

        await RunAsync(driver);

        Assert.Equal(1, server.Accepted);
        Assert.Equal(
            ["LOGON", "RUN", "LOGOFF", "LOGON", "RUN", "LOGOFF", "LOGON", "RUN"],
            server.Requests.Where(request => request is "LOGON" or "LOGOFF" or "RUN"));
    }

    [Fact]
    public async Task Session_TokenOfItsOwnOnBolt50_UnsupportedFeature()
    {
        await using var server = Queries(new BoltVersion(5, 0));
        await using var driver = GraphDatabase.Driver(server.Address, AuthTokens.Basic("a", "1"));
        await RunAsync(driver);
        await using var other = driver.AsyncSession(options => options.WithAuthToken(AuthTokens.Basic("b", "2")));

        await Assert.ThrowsAsync<UnsupportedFeatureException>(() => other.RunAsync("RETURN 1"));
        Assert.False(await driver.SupportsSessionAuthAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Hello_EveryVersion_HasTheFieldsOfItsTime(byte minor)
    {
        ScriptedServer.Request? hello = null;
        await using var server = new ScriptedServer(async connection =>
        {
            connection.Version = new BoltVersion(5, minor);
            await connection.ShakeHandsAsync();
            hello = await connection.ExpectAsync("HELLO");
            await connection.SuccessAsync();
            while (true)
            {
                await connection.NextAsync();
                await connection.SuccessAsync();
            }
        });
        await using var driver = GraphDatabase.Driver(server.Address, AuthTokens.Basic("user", "password"), options =>
        {
            options.WithUserAgent("mine/1.0");
            if (minor >= 2)
                options.WithNotifications(Severity.Warning, [Category.Hint]);
        });

        var info = await driver.GetServerInfoAsync();

        Assert.Equal($"5.{minor}", info.ProtocolVersion);
        Assert.True(hello!.Mentions("mine/1.0"));
        Assert.Equal(minor == 0, hello.Mentions("password"));
        Assert.Equal(minor >= 2, hello.Mentions("notifications_minimum_severity"));
        Assert.Equal(minor >= 3, hello.Mentions("bolt_agent"));
        Assert.False(hello.Mentions("routing"));
    }

    [Fact]
    public async Task Notifications_ServerThatCannotFilterThem_UnsupportedFeature()
    {
        await using var server = Queries(new BoltVersion(5, 1));
        await using var all = GraphDatabase.Driver(server.Address, options => options.WithNotificationsDisabled());
        await using var driver = GraphDatabase.Driver(server.Address);
        await using var session = driver.AsyncSession(options => options.WithNotificationsDisabled());

        await Assert.ThrowsAsync<UnsupportedFeatureException>(all.VerifyConnectivityAsync);
        await Assert.ThrowsAsync<UnsupportedFeatureException>(() => session.RunAsync("RETURN 1"));
        await Assert.ThrowsAsync<UnsupportedFeatureException>(() => session.BeginTransactionAsync());
        await RunAsync(driver);
    }

    [Fact]
    public async Task Dispose_ConnectionsInTheirPools_GoodbyeAndNoFurtherSessions()
    {
        await using var server = Queries();
        var driver = GraphDatabase.Driver(server.Address);
        await RunAsync(driver);

        await driver.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(driver.AsyncSession);
        await WaitForAsync(() => server.Requests.Contains("GOODBYE"));
    }

    [Fact]
    public async Task Run_ManySessionsAtOnce_NeverMoreConnectionsThanAllowed()
    {
        await using var server = Queries();
        await using var driver = GraphDatabase.Driver(server.Address, options => options.WithMaxConnectionPoolSize(4));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => RunAsync(driver)));

        Assert.InRange(server.Accepted, 1, 4);
    }

    private static ScriptedServer Queries() => Queries(new BoltVersion(5, 4));

    /// <summary>A server that answers every query, and everything else with success.</summary>
    private static ScriptedServer Queries(BoltVersion version) => new(async connection =>
    {
        connection.Version = version;
        await connection.WelcomeAsync();
        while (true)
        {
            if ((await connection.NextAsync()).Name == "RUN")
                await connection.FieldsAsync("n");
            else
                await connection.SuccessAsync();
        }
    });

    private static async Task RunAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession();
        await (await session.RunAsync("RETURN 1")).ConsumeAsync();
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        for (var i = 0; i < 200 && !condition(); i++)
            await Task.Delay(20);
        Assert.True(condition());
    }
}
