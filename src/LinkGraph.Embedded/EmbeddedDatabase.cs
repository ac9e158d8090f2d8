using System.Security.Cryptography;
using LinkGraph.Bolt.Server;
using LinkGraph.Cypher;
using LinkGraph.Storage;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Embedded;

/// <summary>A graph database in this process. Any Bolt client of this machine that is told the address, user and password can use it.</summary>
public sealed class EmbeddedDatabase : IAsyncDisposable
{
    private readonly GraphStore store;
    private readonly BoltServer server;

    private EmbeddedDatabase(GraphStore store, CypherEngine engine, BoltServer server, string user, string password) =>
        (this.store, Engine, this.server, User, Password) = (store, engine, server, user, password);

    /// <summary>Runs Cypher without a connection.</summary>
    public CypherEngine Engine { get; }

    /// <summary>As <c>bolt://127.0.0.1:40123</c>.</summary>
    public Uri Address => new($"bolt://{server.EndPoint}");

    public string User { get; }

    public string Password { get; }

    /// <summary>How many clients are connected.</summary>
    public int Connections => server.Connections;

    /// <summary>Starts an empty database that goes with the process.</summary>
    /// <param name="options">Address and limits; the defaults if null.</param>
    /// <param name="logger">Hears of the server; nobody if null.</param>
    /// <param name="clock">Tells the time; the system's if null.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The address is taken or not this machine's.</exception>
    public static Task<EmbeddedDatabase> StartInMemoryAsync(
        EmbeddedDatabaseOptions? options = null, ILogger? logger = null, TimeProvider? clock = null)
    {
        options ??= new EmbeddedDatabaseOptions();
        var password = options.Password ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        var store = GraphStore.InMemory();
        try
        {
            var engine = new CypherEngine(store, options.Cypher, clock);
            var settings = options.Server with { Credentials = options.IsOpen ? null : new BoltCredentials(options.User, password) };
            var server = BoltServer.Start(new EngineBackend(engine), settings, logger, clock);
            return Task.FromResult(new EmbeddedDatabase(store, engine, server, options.User, password));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Closes all connections, rolls back what is not committed, and closes the graph.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync().ConfigureAwait(false);
        store.Dispose();
    }
}
