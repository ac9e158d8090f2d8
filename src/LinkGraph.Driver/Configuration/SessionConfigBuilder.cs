using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Sets how a session behaves.</summary>
public sealed class SessionConfigBuilder
{
    private readonly SessionConfig _config;

    internal SessionConfigBuilder(SessionConfig config) => _config = config;

    internal SessionConfig Build() => _config;

    public SessionConfigBuilder WithDatabase(string database) => Set(() => _config.Database = database);

    public SessionConfigBuilder WithDefaultAccessMode(AccessMode defaultAccessMode) =>
        Set(() => _config.DefaultAccessMode = defaultAccessMode);

    public SessionConfigBuilder WithBookmarks(params Bookmarks[] bookmarks)
    {
        ArgumentNullException.ThrowIfNull(bookmarks);
        return Set(() => _config.Bookmarks = bookmarks);
    }

    public SessionConfigBuilder WithFetchSize(long size)
    {
        FetchSizes.Check(size);
        return Set(() => _config.FetchSize = size);
    }

    public SessionConfigBuilder WithImpersonatedUser(string impersonatedUser)
    {
        ArgumentException.ThrowIfNullOrEmpty(impersonatedUser);
        return Set(() => _config.ImpersonatedUser = impersonatedUser);
    }

    public SessionConfigBuilder WithAuthToken(IAuthToken authToken) => Set(() => _config.AuthToken = authToken);

    /// <param name="minimumSeverity">Null: what the server thinks best.</param>
    /// <param name="disabledCategories">Null: what the server thinks best; empty: none.</param>
    public SessionConfigBuilder WithNotifications(Severity? minimumSeverity, Category[] disabledCategories) =>
        Set(() => _config.NotificationsConfig = NotificationFilter.From(minimumSeverity, disabledCategories));

    public SessionConfigBuilder WithNotificationsDisabled() => Set(() => _config.NotificationsConfig = NotificationFilter.Off);

    private SessionConfigBuilder Set(Action set)
    {
        set();
        return this;
    }
}
