#nullable enable
using Neo4j.Driver.Internal.Connections;

namespace Neo4j.Driver.Internal.Routing;

/// <summary>Asks routers, known ones first, for the routing table of a database until one answers.</summary>
internal sealed class Discovery(
    Func<ServerAddress, ConnectionPool> pools, Config config, IReadOnlyDictionary<string, object> context)
{
    /// <exception cref="ServiceUnavailableException">No router answered with a table that can be used.</exception>
    /// <exception cref="Neo4jException">A router's error that every other would answer as well.</exception>
    public async Task<RoutingTable> RunAsync(
        ServerAddress initial, RoutingTable? known, Destination destination, CancellationToken timeout)
    {
        List<Exception> failures = [];
        var tried = new HashSet<ServerAddress>();
        // Where no writer is known, the members may all be on the wrong side of a split: the initial address is asked first.
        var fromInitial = known is null || known.For(AccessMode.Write).Length == 0;
        IEnumerable<ServerAddress> Routers() => fromInitial
            ? [.. config.Resolver.Resolve(initial), .. known?.Routers ?? []]
            : [.. known!.Routers, .. config.Resolver.Resolve(initial)];
        foreach (var router in Routers())
        {
            if (!tried.Add(router))
                continue;
            try
            {
                var table = await AskAsync(router, destination, timeout).ConfigureAwait(false);
                if (table.Routers.Length > 0 && table.For(AccessMode.Read).Length > 0)
                    return table;
                failures.Add(new ServiceUnavailableException($"The routing table of {router} has no routers or no readers."));
            }
            catch (Exception error) when (error is Neo4jException && !IsFatal(error))
            {
                config.Logger.Warn(error, "{0} gave no routing table.", router);
                failures.Add(error);
                known?.Remove(router);
            }
        }
        throw new ServiceUnavailableException(
            "Failed to connect to any routing server. Please make sure that the cluster is up and can be accessed by the driver and "
            + "retry.",
            new AggregateException(failures));
    }

    private static bool IsFatal(Exception error) => error switch
    {
        FatalDiscoveryException or InvalidBookmarkException or InvalidBookmarkMixtureException => true,
        StatementArgumentException or TypeException or ProtocolException => true,
        AuthorizationException => false,
        SecurityException => true,
        UnsupportedFeatureException => true,
        _ => false,
    };

    private async Task<RoutingTable> AskAsync(ServerAddress router, Destination destination, CancellationToken timeout)
    {
        var pool = pools(router);
        var connection = await pool.AcquireAsync(destination.Auth, timeout).ConfigureAwait(false);
        try
        {
            var handler = new MetadataHandler();
            Requests.Route(
                connection, context, destination.Bookmarks, destination.Database, destination.ImpersonatedUser, handler);
            await connection.CompleteAsync(handler, timeout).ConfigureAwait(false);
            return RoutingTable.Read(handler.Metadata, destination.Database, config.TimeProvider);
        }
        catch (AuthorizationException)
        {
            pool.MarkStale();
            throw;
        }
        finally
        {
            await pool.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }
}
