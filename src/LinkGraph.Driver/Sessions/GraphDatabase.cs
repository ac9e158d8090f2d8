using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>
/// Makes drivers. The address is <c>bolt://host:port</c> for one server or <c>neo4j://host:port</c> for one or a cluster;
/// <c>+s</c> after the scheme means TLS with a certificate the system trusts, <c>+ssc</c> TLS with any certificate. Nothing is
/// connected before the first query.
/// </summary>
public static class GraphDatabase
{
    public static IDriver Driver(string uri) => Driver(new Uri(uri));

    public static IDriver Driver(Uri uri) => Driver(uri, AuthTokens.None);

    public static IDriver Driver(string uri, Action<ConfigBuilder> action) => Driver(new Uri(uri), action);

    public static IDriver Driver(Uri uri, Action<ConfigBuilder> action) => Driver(uri, AuthTokens.None, action);

    public static IDriver Driver(string uri, IAuthToken authToken) => Driver(new Uri(uri), authToken);

    public static IDriver Driver(Uri uri, IAuthToken authToken) => Driver(uri, authToken, _ => { });

    public static IDriver Driver(string uri, IAuthToken authToken, Action<ConfigBuilder> action) =>
        Driver(new Uri(uri), authToken, action);

    /// <exception cref="NotSupportedException">The scheme is none of Bolt's.</exception>
    /// <exception cref="ArgumentException">The scheme and the configuration contradict each other.</exception>
    public static IDriver Driver(Uri uri, IAuthToken authToken, Action<ConfigBuilder> action)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(authToken);
        ArgumentNullException.ThrowIfNull(action);
        var builder = new ConfigBuilder(new Config());
        action(builder);
        return new Internal.Driver(uri, AuthToken.From(authToken), builder.Build());
    }
}
