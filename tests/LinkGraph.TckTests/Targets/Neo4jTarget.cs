using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Values;
using Neo4j.Driver;

namespace LinkGraph.TckTests.Targets;

/// <summary>Whatever speaks Bolt, through LinkGraph's driver. All of its data WILL be deleted. It cannot register procedures.</summary>
public sealed class Neo4jTarget : ITckTarget
{
    private readonly IDriver _driver;

    private Neo4jTarget(IDriver driver, string name) => (_driver, Name) = (driver, name);

    public string Name { get; }

    /// <param name="address">Such as <c>bolt://127.0.0.1:7687</c>; a user and a password may stand before the host.</param>
    public static Neo4jTarget Connect(string address)
    {
        var uri = new Uri(address);
        var token = uri.UserInfo.Split(':') is [var user, var password]
            ? AuthTokens.Basic(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))
            : AuthTokens.None;
        return new Neo4jTarget(GraphDatabase.Driver(new Uri($"{uri.Scheme}://{uri.Authority}"), token), $"Neo4j at {uri.Authority}");
    }

    public async Task ResetAsync(CancellationToken cancel)
    {
        await using var session = _driver.AsyncSession();
        await (await session.RunAsync("MATCH (n) DETACH DELETE n")).ConsumeAsync().WaitAsync(cancel);
    }

    public Task<bool> RegisterAsync(TckProcedure procedure, CancellationToken cancel) => Task.FromResult(false);

    public async Task<TckOutcome> RunAsync(string query, IReadOnlyDictionary<string, TckValue> parameters, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var given = parameters.ToDictionary(pair => pair.Key, pair => Neo4jValues.ToDriver(pair.Value), StringComparer.Ordinal);
        await using var session = _driver.AsyncSession();
        try
        {
            return TckOutcome.Of(await ReadAsync(session, query, given).WaitAsync(cancel));
        }
        catch (Neo4jException error) when (IsAboutTheQuery(error))
        {
            var phase = await IsRefusedUnrunAsync(query, given, cancel) ? TckPhase.CompileTime : TckPhase.Runtime;
            return TckOutcome.Of(TckError.FromStatusCode(error.Code, phase, error.Message));
        }
    }

    public ValueTask DisposeAsync() => _driver.DisposeAsync();

    private static bool IsAboutTheQuery(Neo4jException error) => error is not ServiceUnavailableException && error.Code is { Length: > 0 };

    // Bolt does not tell compiling from running; a query that cannot even be explained does not compile.
    private async Task<bool> IsRefusedUnrunAsync(string query, Dictionary<string, object?> parameters, CancellationToken cancel)
    {
        await using var session = _driver.AsyncSession();
        try
        {
            await ReadAsync(session, "EXPLAIN " + query, parameters).WaitAsync(cancel);
            return false;
        }
        catch (Neo4jException error) when (IsAboutTheQuery(error))
        {
            return true;
        }
    }

    private static async Task<TckTable> ReadAsync(IAsyncSession session, string query, Dictionary<string, object?> parameters)
    {
        var cursor = await session.RunAsync(query, parameters!);
        var columns = await cursor.KeysAsync();
        var rows = await cursor.ToListAsync(
            record => (IReadOnlyList<TckValue>)[.. columns.Select(column => Neo4jValues.FromDriver(record[column]))]);
        return new TckTable(columns, rows);
    }
}
