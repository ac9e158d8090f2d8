using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

[assembly: AssemblyFixture(typeof(Neo4jFixture))]

namespace LinkGraph.ContractTests.Infrastructure;

/// <summary>
/// The Neo4j that all tests of the assembly share: LINKGRAPH_TEST_NEO4J (such as <c>bolt://user:password@host:7687</c>, whose data
/// WILL be deleted), or one that is started when the first test asks for it. Tests that use it belong to
/// <c>[Collection(Neo4jCollection.Name)]</c>, so that they run one after another.
/// </summary>
public sealed class Neo4jFixture : IAsyncLifetime
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private Neo4jServer? _server;
    private IDriver? _driver;

    /// <summary>Of the shared server, to pass to a program.</summary>
    public async Task<string> AddressAsync() =>
        Environment.GetEnvironmentVariable("LINKGRAPH_TEST_NEO4J") is { Length: > 0 } given ? given : (await ServerAsync()).Address;

    /// <summary>The shared server as one that this process has started; skips the test if it is somebody else's.</summary>
    public async Task<Neo4jServer> ServerAsync()
    {
        if (Environment.GetEnvironmentVariable("LINKGRAPH_TEST_NEO4J") is { Length: > 0 })
            SharedFolder.Skip("The test needs a Neo4j of its own, not LINKGRAPH_TEST_NEO4J.");
        await _starting.WaitAsync();
        try
        {
            return _server ??= await Neo4jServer.StartAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A driver for the shared server, which closes with the fixture.</summary>
    public async Task<IDriver> DriverAsync()
    {
        var uri = new Uri(await AddressAsync());
        var token = uri.UserInfo.Split(':') is [var user, var password]
            ? AuthTokens.Basic(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : AuthTokens.None;
        return _driver ??= GraphDatabase.Driver(new Uri($"{uri.Scheme}://{uri.Authority}"), token);
    }

    /// <summary>A driver for the shared server, after deleting all that the tests before have left in it, schema included.</summary>
    public async Task<IDriver> EmptyAsync()
    {
        var driver = await DriverAsync();
        await using var session = driver.AsyncSession();
        await RunAsync(session, "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS");
        foreach (var (kind, all) in new[]
        {
            ("CONSTRAINT", "SHOW CONSTRAINTS YIELD name"),
            ("INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"),
        })
        {
            var names = await (await session.RunAsync(all)).ToListAsync(record => record["name"].As<string>());
            foreach (var name in names)
                await RunAsync(session, $"DROP {kind} `{name}` IF EXISTS");
        }
        return driver;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_driver is not null)
            await _driver.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _starting.Dispose();
    }

    private static async Task RunAsync(IAsyncSession session, string query) => await (await session.RunAsync(query)).ConsumeAsync();
}
