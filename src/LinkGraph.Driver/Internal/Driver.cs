#nullable enable
using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Routing;
using Neo4j.Driver.Internal.Sessions;

namespace Neo4j.Driver.Internal;

internal sealed class Driver : IDriver
{
    private readonly IConnectionProvider _provider;
    private readonly AuthToken _auth;
    private int _closed;

    public Driver(Uri uri, AuthToken auth, Config config)
    {
        _auth = auth;
        Config = config;
        var encryption = Encryption.From(uri, config);
        Encrypted = encryption.IsOn;
        var isRouting = uri.Scheme.StartsWith("neo4j", StringComparison.OrdinalIgnoreCase);
        var context = RoutingContext.From(uri, isRouting);
        var factory = new ConnectionFactory(config, encryption, context);
        _provider = isRouting
            ? new RoutingProvider(uri, factory, config, context!)
            : new DirectProvider(uri, factory, config);
    }

    public Config Config { get; }

    public bool Encrypted { get; }

    public IAsyncSession AsyncSession() => AsyncSession(_ => { });

    public IAsyncSession AsyncSession(Action<SessionConfigBuilder> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var builder = new SessionConfigBuilder(new SessionConfig());
        action(builder);
        return NewSession(builder.Build());
    }

    public Task<IServerInfo> GetServerInfoAsync() => TryConnectionAsync(connection => (IServerInfo)connection.Server);

    public Task VerifyConnectivityAsync() => GetServerInfoAsync();

    public async Task<bool> TryVerifyConnectivityAsync()
    {
        try
        {
            await VerifyConnectivityAsync().ConfigureAwait(false);
            return true;
        }
        catch (Neo4jException error)
        {
            Config.Logger.Debug("The server cannot be reached: {0}", error.Message);
            return false;
        }
    }

    public async Task<bool> VerifyAuthenticationAsync(IAuthToken authToken)
    {
        var session = NewSession(new SessionConfig { AuthToken = authToken });
        await using (session.ConfigureAwait(false))
        {
            try
            {
                // A connection that is logged on already does not say whether the credentials still hold: log on again.
                return await session.UseConnectionAsync(AccessMode.Read, connection =>
                    connection.LogonAgainAsync(AuthToken.From(authToken))).ConfigureAwait(false);
            }
            catch (Neo4jException refused) when (refused is AuthenticationException or TokenExpiredException
                || refused.Code is "Neo.ClientError.Security.CredentialsExpired" or "Neo.ClientError.Security.Forbidden")
            {
                return false;
            }
        }
    }

    /// <summary>Every server that speaks Bolt 5 does.</summary>
    public Task<bool> SupportsMultiDbAsync() => TryConnectionAsync(_ => true);

    public Task<bool> SupportsSessionAuthAsync() => TryConnectionAsync(connection => connection.Version >= Requests.LogonVersion);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
            await _provider.DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose() => Task.Run(async () => await DisposeAsync().ConfigureAwait(false)).GetAwaiter().GetResult();

    private Session NewSession(SessionConfig sessionConfig)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) != 0, typeof(IDriver));
        return new Session(_provider, _auth, sessionConfig, Config);
    }

    private async Task<T> TryConnectionAsync<T>(Func<BoltConnection, T> tell)
    {
        var session = NewSession(new SessionConfig());
        await using (session.ConfigureAwait(false))
        {
            return await session.UseConnectionAsync(AccessMode.Read, async connection =>
            {
                using var timeout = new CancellationTokenSource(Config.ConnectionTimeout, Config.TimeProvider);
                await connection.ResetAsync(timeout.Token).ConfigureAwait(false);
                return tell(connection);
            }).ConfigureAwait(false);
        }
    }
}
