namespace Neo4j.Driver;

/// <summary>How a session behaves; set through <see cref="SessionConfigBuilder"/>.</summary>
public sealed class SessionConfig
{
    internal SessionConfig()
    {
    }

    /// <summary>The database; null: the user's home database.</summary>
    public string Database { get; internal set; }

    public AccessMode DefaultAccessMode { get; internal set; } = AccessMode.Write;

    /// <summary>What the first transaction waits for.</summary>
    public IEnumerable<Bookmarks> Bookmarks { get; internal set; }

    /// <summary>How many records are asked for at a time; null: what the driver's <see cref="Config"/> says.</summary>
    public long? FetchSize { get; internal set; }

    /// <summary>The user in whose name the session works.</summary>
    public string ImpersonatedUser { get; internal set; }

    /// <summary>Whom the session logs on as, if not as the driver does (Bolt 5.1).</summary>
    public IAuthToken AuthToken { get; internal set; }

    public INotificationsConfig NotificationsConfig { get; internal set; }
}
