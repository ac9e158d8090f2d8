#nullable enable
namespace Neo4j.Driver.Internal.Routing;

/// <summary>Which servers of a cluster serve a database for what, until it expires. Servers that fail are taken out.</summary>
internal sealed class RoutingTable(string? database, List<ServerAddress> routers, List<ServerAddress> readers,
    List<ServerAddress> writers, TimeSpan timeToLive, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly long _createdAt = time.GetTimestamp();

    /// <summary>The name of the database, which the server tells where it was asked for the home database.</summary>
    public string? Database => database;

    public ServerAddress[] Routers => Copy(routers);

    public ServerAddress[] For(AccessMode mode) => Copy(mode == AccessMode.Read ? readers : writers);

    public bool IsFresh(AccessMode mode)
    {
        lock (_lock)
        {
            return routers.Count > 0
                && (mode == AccessMode.Read ? readers : writers).Count > 0
                && time.GetElapsedTime(_createdAt) < timeToLive;
        }
    }

    public bool Knows(ServerAddress address)
    {
        lock (_lock)
            return routers.Contains(address) || readers.Contains(address) || writers.Contains(address);
    }

    public void Remove(ServerAddress address)
    {
        lock (_lock)
        {
            routers.Remove(address);
            readers.Remove(address);
            writers.Remove(address);
        }
    }

    public void RemoveWriter(ServerAddress address)
    {
        lock (_lock)
            writers.Remove(address);
    }

    /// <exception cref="ProtocolException">The answer to ROUTE is none.</exception>
    public static RoutingTable Read(Dictionary<string, object> metadata, string? requested, TimeProvider time)
    {
        if (metadata.GetValueOrDefault("rt") is not Dictionary<string, object> table
            || table.GetValueOrDefault("ttl") is not long seconds
            || table.GetValueOrDefault("servers") is not List<object> servers)
            throw new ProtocolException("The answer to ROUTE has no routing table.");
        List<ServerAddress> routers = [], readers = [], writers = [];
        foreach (var server in servers.OfType<Dictionary<string, object>>())
        {
            var list = server.GetValueOrDefault("role") switch
            {
                "ROUTE" => routers,
                "READ" => readers,
                "WRITE" => writers,
                _ => null,
            };
            list?.AddRange((server.GetValueOrDefault("addresses") as List<object> ?? []).OfType<string>().Select(Addresses.Parse));
        }
        var database = table.GetValueOrDefault("db") as string ?? requested;
        // A server may answer with a time beyond what a TimeSpan holds, meaning for ever.
        var timeToLive = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, (long)TimeSpan.FromDays(365_000).TotalSeconds));
        return new RoutingTable(database, routers, readers, writers, timeToLive, time);
    }

    private ServerAddress[] Copy(List<ServerAddress> list)
    {
        lock (_lock)
            return [.. list];
    }
}
