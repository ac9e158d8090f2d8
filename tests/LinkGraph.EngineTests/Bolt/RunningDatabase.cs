using LinkGraph.Bolt.Server;
using LinkGraph.Embedded;
using Microsoft.Extensions.Logging;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Bolt;

/// <summary>A database with a driver that is logged on.</summary>
public sealed class RunningDatabase : IAsyncDisposable
{
    private RunningDatabase(EmbeddedDatabase database)
    {
        Database = database;
        Driver = GraphDatabase.Driver(database.Address, AuthTokens.Basic(database.User, database.Password));
    }

    public EmbeddedDatabase Database { get; }

    public IDriver Driver { get; }

    public static async Task<RunningDatabase> StartAsync(BoltServerOptions? server = null, ILogger? logger = null) =>
        new(await EmbeddedDatabase.StartInMemoryAsync(new EmbeddedDatabaseOptions { Server = server ?? new BoltServerOptions() }, logger));

    /// <summary>The rows of a query, in a session of its own.</summary>
    public async Task<List<IRecord>> RowsAsync(string query, object? parameters = null)
    {
        await using var session = Driver.AsyncSession();
        var cursor = await session.RunAsync(query, parameters ?? new { });
        return await cursor.ToListAsync();
    }

    public async Task<T> SingleAsync<T>(string query, object? parameters = null) => (await RowsAsync(query, parameters)).Single()[0].As<T>();

    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        await Database.DisposeAsync();
    }
}
