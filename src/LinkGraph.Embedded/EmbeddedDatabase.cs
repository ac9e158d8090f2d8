using System.Net;
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
        return Task.FromResult(Start(GraphStore.InMemory(), options, options.Password ?? NewPassword(), logger, clock));
    }

    /// <summary>
    /// Starts the database in a folder, made if there is none. It is this process's until it ends; others find in the folder where to reach it, and
    /// the password, which only its owner can read.
    /// </summary>
    /// <param name="folder">Where it lives.</param>
    /// <param name="options">Address and limits; the defaults if null.</param>
    /// <param name="logger">Hears of the server; nobody if null.</param>
    /// <param name="clock">Tells the time; the system's if null.</param>
    /// <exception cref="DatabaseInUseException">Another process has the folder open.</exception>
    /// <exception cref="DatabaseUnusableException">The folder cannot be read or written, or is damaged.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address is taken or not this machine's.</exception>
    public static EmbeddedDatabase Open(string folder, EmbeddedDatabaseOptions? options = null, ILogger? logger = null, TimeProvider? clock = null)
    {
        options ??= new EmbeddedDatabaseOptions();
        var store = Take(folder, options.Store);
        try
        {
            var database = Start(store, options, options.Password ?? PasswordFile.ReadOrMake(folder, NewPassword), logger, clock);
            store.Announce(options.IsOpen ? $"{database.Address}" : $"{database.Address} {options.User}");
            return database;
        }
        catch (StorageException error)
        {
            store.Dispose();
            throw new DatabaseUnusableException(error.Message, error);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static GraphStore Take(string folder, StoreOptions options)
    {
        try
        {
            return GraphStore.Open(folder, options);
        }
        catch (StorageException error) when (error.Error != StorageError.FolderInUse)
        {
            throw new DatabaseUnusableException(error.Message, error);
        }
        catch (StorageException error)
        {
            var announced = GraphStore.AnnouncedIn(folder)?.Split(' ');
            throw new DatabaseInUseException(error.Message, announced is [var address, ..] ? new Uri(address) : null, announced is [_, var user] ? user : null, error);
        }
    }

    private static string NewPassword() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static EmbeddedDatabase Start(GraphStore store, EmbeddedDatabaseOptions options, string password, ILogger? logger, TimeProvider? clock)
    {
        try
        {
            var engine = new CypherEngine(store, options.Cypher with { User = options.IsOpen ? null : options.User }, clock);
            var settings = options.Server with
            {
                EndPoint = options.Port is { } port ? new IPEndPoint(IPAddress.Loopback, port) : options.Server.EndPoint,
                Credentials = options.IsOpen ? null : new BoltCredentials(options.User, password),
                Certificate = options.Certificate ?? options.Server.Certificate,
                AllowedOrigins = [.. options.Server.AllowedOrigins, .. options.AllowedOrigins],
            };
            var server = BoltServer.Start(new EngineBackend(engine), settings, logger, clock);
            return new EmbeddedDatabase(store, engine, server, options.User, password);
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
