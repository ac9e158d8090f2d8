#nullable enable
namespace Neo4j.Driver.Internal.Routing;

/// <summary>What the query part of a <c>neo4j://</c> URI tells the routers, with the address that was asked for.</summary>
internal static class RoutingContext
{
    private const string AddressKey = "address";

    /// <returns>Null without routing.</returns>
    /// <exception cref="ArgumentException">The query part is malformed, or stands where there is no routing.</exception>
    public static IReadOnlyDictionary<string, object>? From(Uri uri, bool isRouting)
    {
        var query = uri.Query.TrimStart('?');
        if (!isRouting)
        {
            return query.Length == 0
                ? null
                : throw new ArgumentException($"Routing context are not supported with the scheme {uri.Scheme}: {uri}", nameof(uri));
        }
        var context = new Dictionary<string, object> { [AddressKey] = ServerAddress.From(uri).ToString() };
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is not [{ Length: > 0 } key, { Length: > 0 } value])
                throw new ArgumentException($"Invalid parameter '{pair}' in the URI {uri}: expected key=value.", nameof(uri));
            key = Uri.UnescapeDataString(key);
            if (!context.TryAdd(key, Uri.UnescapeDataString(value)))
            {
                throw new ArgumentException(
                    key == AddressKey
                        ? $"The key '{AddressKey}' is the driver's own and cannot be set in the URI {uri}."
                        : $"Duplicated parameter '{key}' in the URI {uri}.",
                    nameof(uri));
            }
        }
        return context;
    }
}
