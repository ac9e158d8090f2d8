namespace LinkGraph.Bolt.Server;

/// <summary>Queries that happen together or not at all; used by one connection, one call at a time. Disposing rolls back what is not committed.</summary>
public interface IBoltTransaction : IAsyncDisposable
{
    /// <summary>Runs a query. Results before it that are not read to the end stay readable.</summary>
    ValueTask<IBoltResult> RunAsync(BoltQuery query, CancellationToken cancellationToken);

    /// <summary>Commits, whatever has been left unread of the results.</summary>
    ValueTask CommitAsync();
}
