#nullable enable
using System.Collections.Concurrent;
using Neo4j.Driver.Internal.Connections;

namespace Neo4j.Driver.Internal.Routing;

/// <summary>A server or cluster that says itself which of its members serves what, for <c>neo4j://</c>.</summary>
internal sealed class RoutingProvider : IConnectionProvider, IConnectionErrors
{
    private const string HomeDatabase = "";

    private readonly ServerAddress _initial;
    private readonly ConnectionFactory _factory;
    private readonly Config _config;
    private readonly Discovery _discovery;
    private readonly ConcurrentDictionary<ServerAddress, ConnectionPool> _pools = new();
    private readonly ConcurrentDictionary<string, RoutingTable> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _updating = new(1, 1);
    private int _turn;
    private volatile bool _closed;

    public RoutingProvider(Uri uri, ConnectionFactory factory, Config config, IReadOnlyDictionary<string, object> context)
    {
        _initial = ServerAddress.From(uri);
        (_factory, _config) = (factory, config);
        _discovery = new Discovery(PoolOf, config, context);
    }

    public bool IsClosed => _closed;

    public Task<BoltConnection> AcquireAsync(Destination destination) => Acquisition.RunAsync(_config, async timeout =>
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(IDriver));
        var table = await TableAsync(destination, timeout).ConfigureAwait(false);
        while (true)
        {
            if (Choose(table.For(destination.Mode)) is not { } address)
            {
                throw new SessionExpiredException(
                    $"Failed to connect to any {(destination.Mode == AccessMode.Read ? "read" : "write")} server.");
            }
            try
            {
                var connection = await PoolOf(address).AcquireAsync(destination.Auth, timeout).ConfigureAwait(false);
                connection.Errors = this;
                connection.Mode = destination.Mode;
                connection.Database = table.Database ?? destination.Database;
                return connection;
            }
            catch (ServiceUnavailableException error)
            {
                _config.Logger.Warn(error, "{0} cannot be reached and is left out until the next routing table.", address);
                table.Remove(address);
                await ForgetAsync(address).ConfigureAwait(false);
            }
        }
    });

    public Exception Translate(Exception error, BoltConnection connection)
    {
        switch (error)
        {
            case ServiceUnavailableException:
                RemoveEverywhere(connection.Address);
                return new SessionExpiredException($"Server at {connection.Address} is no longer available: {error.Message}", error);
            case ConnectionReadTimeoutException:
                RemoveEverywhere(connection.Address);
                return error;
            case AuthorizationException:
                connection.Pool?.MarkStale();
                return error;
            case TokenExpiredException:
                connection.IsStale = true;
                return error;
        }
        _tables.TryGetValue(connection.Database ?? HomeDatabase, out var table);
        if (ServerErrors.IsDatabaseUnavailable(error))
        {
            table?.Remove(connection.Address);
            return error;
        }
        if (!ServerErrors.IsNoLeader(error))
            return error;
        if (connection.Mode == AccessMode.Read)
            return new ClientException("Write queries cannot be performed in READ access mode.", error);
        table?.RemoveWriter(connection.Address);
        return new SessionExpiredException($"Server at {connection.Address} no longer accepts writes", error);
    }

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        foreach (var pool in _pools.Values)
            await pool.DisposeAsync().ConfigureAwait(false);
        _updating.Dispose();
    }

    private ConnectionPool PoolOf(ServerAddress address) =>
        _pools.GetOrAdd(address, static (key, self) => new ConnectionPool(key, self._factory, self._config), this);

    private async Task<RoutingTable> TableAsync(Destination destination, CancellationToken timeout)
    {
        var name = destination.Database ?? HomeDatabase;
        if (name != HomeDatabase && _tables.TryGetValue(name, out var known) && known.IsFresh(destination.Mode))
            return known;
        await _updating.WaitAsync(timeout).ConfigureAwait(false);
        try
        {
            // Somebody else may have done it while this one waited.
            if (name != HomeDatabase && _tables.TryGetValue(name, out known) && known.IsFresh(destination.Mode))
                return known;
            _tables.TryGetValue(name, out known);
            var table = await _discovery.RunAsync(_initial, known, destination, timeout).ConfigureAwait(false);
            _tables[table.Database ?? HomeDatabase] = table;
            await CloseUnknownAsync().ConfigureAwait(false);
            return table;
        }
        finally
        {
            _updating.Release();
        }
    }

    /// <summary>The server with the fewest connections in use; among equals they take turns.</summary>
    private ServerAddress? Choose(ServerAddress[] candidates)
    {
        if (candidates.Length == 0)
            return null;
        var first = (int)((uint)Interlocked.Increment(ref _turn) % (uint)candidates.Length);
        return Enumerable.Range(0, candidates.Length)
            .Select(i => candidates[(first + i) % candidates.Length])
            .MinBy(address => _pools.TryGetValue(address, out var pool) ? pool.InUse : 0);
    }

    private async Task ForgetAsync(ServerAddress address)
    {
        RemoveEverywhere(address);
        if (_pools.TryGetValue(address, out var pool))
            await pool.CloseIdleAsync().ConfigureAwait(false);
    }

    private void RemoveEverywhere(ServerAddress address)
    {
        foreach (var table in _tables.Values)
            table.Remove(address);
    }

    private async Task CloseUnknownAsync()
    {
        foreach (var (address, pool) in _pools)
        {
            if (!_tables.Values.Any(table => table.Knows(address)))
                await pool.CloseIdleAsync().ConfigureAwait(false);
        }
    }
}
