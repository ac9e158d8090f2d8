#nullable enable
namespace Neo4j.Driver.Internal.Connections;

/// <summary>The connections to one server, in use and idle.</summary>
internal sealed class ConnectionPool(ServerAddress address, ConnectionFactory factory, Config config) : IAsyncDisposable
{
    private readonly SemaphoreSlim? _places =
        config.MaxConnectionPoolSize < 0 ? null : new SemaphoreSlim(config.MaxConnectionPoolSize, config.MaxConnectionPoolSize);
    private readonly Lock _lock = new();
    private readonly List<BoltConnection> _idle = []; // the last one was used last
    private readonly HashSet<BoltConnection> _inUse = [];
    private bool _closed;

    public ServerAddress Address => address;

    public int InUse
    {
        get
        {
            lock (_lock)
                return _inUse.Count;
        }
    }

    /// <summary>An idle connection that still works, or a new one, logged on with the token.</summary>
    /// <exception cref="ClientException">There was none within the acquisition timeout.</exception>
    public async Task<BoltConnection> AcquireAsync(AuthToken auth, CancellationToken cancellationToken)
    {
        if (_places is not null)
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (TakeIdle() is { } idle)
            {
                if (await TryReuseAsync(idle, auth, cancellationToken).ConfigureAwait(false))
                    return idle;
            }
            var fresh = await factory.ConnectAsync(address, auth, cancellationToken).ConfigureAwait(false);
            fresh.Pool = this;
            bool closed;
            lock (_lock)
            {
                closed = _closed;
                if (!closed)
                    _inUse.Add(fresh);
            }
            if (closed)
            {
                await fresh.DisposeAsync().ConfigureAwait(false);
                throw Closed();
            }
            return fresh;
        }
        catch
        {
            _places?.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back, and into the state of a new one.</summary>
    public async Task ReleaseAsync(BoltConnection connection)
    {
        try
        {
            if (!connection.IsDefunct && !connection.IsStale && connection.NeedsReset)
                await TryResetAsync(connection, config.ConnectionTimeout).ConfigureAwait(false);
        }
        finally
        {
            connection.Errors = null;
            connection.IdleSince = config.TimeProvider.GetTimestamp();
            bool keep;
            lock (_lock)
            {
                keep = _inUse.Remove(connection) && !_closed && !connection.IsDefunct && !connection.IsStale
                    && _idle.Count < config.MaxIdleConnectionPoolSize;
                if (keep)
                    _idle.Add(connection);
            }
            if (!keep)
                await connection.DisposeAsync().ConfigureAwait(false);
            _places?.Release();
        }
    }

    /// <summary>Closes the idle connections: the server cannot be reached, or is none any more.</summary>
    public async Task CloseIdleAsync()
    {
        foreach (var connection in TakeAllIdle())
            await connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Rights have expired: no connection is used again after what it does now.</summary>
    public void MarkStale()
    {
        lock (_lock)
        {
            foreach (var connection in _idle.Concat(_inUse))
                connection.IsStale = true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        BoltConnection[] inUse;
        lock (_lock)
        {
            _closed = true;
            inUse = [.. _inUse];
        }
        foreach (var connection in inUse)
            connection.Abort();
        await CloseIdleAsync().ConfigureAwait(false);
    }

    private static ObjectDisposedException Closed() => new(nameof(IDriver), "The driver has been closed.");

    private BoltConnection? TakeIdle()
    {
        lock (_lock)
        {
            if (_closed)
                throw Closed();
            if (_idle.Count == 0)
                return null;
            var connection = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            _inUse.Add(connection);
            return connection;
        }
    }

    private BoltConnection[] TakeAllIdle()
    {
        lock (_lock)
        {
            var all = _idle.ToArray();
            _idle.Clear();
            return all;
        }
    }

    /// <summary>Whether an idle connection can be used; it has been dropped if not.</summary>
    private async Task<bool> TryReuseAsync(BoltConnection connection, AuthToken auth, CancellationToken cancellationToken)
    {
        var usable = false;
        try
        {
            usable = !IsWornOut(connection)
                && await IsAliveAsync(connection).ConfigureAwait(false)
                && await TryLogonAsync(connection, auth, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceUnavailableException error)
        {
            config.Logger.Debug("An idle connection to {0} was dead: {1}", address, error.Message);
        }
        finally
        {
            if (!usable)
                await DropAsync(connection).ConfigureAwait(false);
        }
        return usable;
    }

    private bool IsWornOut(BoltConnection connection)
    {
        var time = config.TimeProvider;
        return connection.IsDefunct || connection.IsStale || connection.IsClosedByServer
            || Exceeds(time.GetElapsedTime(connection.CreatedAt), config.MaxConnectionLifetime)
            || Exceeds(time.GetElapsedTime(connection.IdleSince), config.ConnectionIdleTimeout);
    }

    private async Task<bool> IsAliveAsync(BoltConnection connection) =>
        config.ConnectionLivenessThreshold is not { } threshold
        || config.TimeProvider.GetElapsedTime(connection.IdleSince) < threshold
        || await TryResetAsync(connection, config.ConnectionTimeout).ConfigureAwait(false);

    /// <exception cref="SecurityException">The server does not accept the token.</exception>
    private static async Task<bool> TryLogonAsync(BoltConnection connection, AuthToken auth, CancellationToken cancellationToken)
    {
        if (connection.Auth is { } current && AuthToken.Same(current, auth))
            return true;
        return connection.Version >= Requests.LogonVersion
            && await connection.LogonAgainAsync(auth, cancellationToken).ConfigureAwait(false);
    }

    private async Task DropAsync(BoltConnection connection)
    {
        lock (_lock)
            _inUse.Remove(connection);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> TryResetAsync(BoltConnection connection, TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit, config.TimeProvider);
        try
        {
            await connection.ResetAsync(timeout.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is Neo4jException or OperationCanceledException)
        {
            connection.Break(error);
            return false;
        }
    }

    private static bool Exceeds(TimeSpan elapsed, TimeSpan limit) => limit >= TimeSpan.Zero && elapsed > limit;
}
