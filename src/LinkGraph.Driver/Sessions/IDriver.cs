namespace Neo4j.Driver;

/// <summary>The connections to a database. Safe for use by many threads; one is enough for a program.</summary>
public interface IDriver : IDisposable, IAsyncDisposable
{
    Config Config { get; }

    bool Encrypted { get; }

    IAsyncSession AsyncSession();

    IAsyncSession AsyncSession(Action<SessionConfigBuilder> action);

    /// <summary>Makes or tries a connection and tells whom it leads to.</summary>
    Task<IServerInfo> GetServerInfoAsync();

    /// <summary>Makes or tries a connection.</summary>
    Task VerifyConnectivityAsync();

    Task<bool> TryVerifyConnectivityAsync();

    /// <summary>Whether a server accepts the credentials.</summary>
    Task<bool> VerifyAuthenticationAsync(IAuthToken authToken);

    Task<bool> SupportsMultiDbAsync();

    /// <summary>Whether sessions can log on as somebody else (Bolt 5.1).</summary>
    Task<bool> SupportsSessionAuthAsync();
}
