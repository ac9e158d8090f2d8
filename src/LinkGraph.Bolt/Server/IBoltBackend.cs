namespace LinkGraph.Bolt.Server;

/// <summary>What a server runs queries on. Safe for use by many connections at once. What the client is to hear of failures is thrown as <see cref="BoltFailureException"/>.</summary>
public interface IBoltBackend
{
    /// <summary>The database that queries go to where the client names none.</summary>
    string DefaultDatabase { get; }

    /// <summary>Begins a transaction of several queries; disposing of it before it is committed rolls back.</summary>
    ValueTask<IBoltTransaction> BeginAsync(BoltTransactionOptions options, CancellationToken cancellationToken);

    /// <summary>Runs a query in a transaction of its own, which commits when its last row is read; disposing of the result before rolls back.</summary>
    /// <param name="query">What to run.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends the query, now or while rows are read.</param>
    ValueTask<IBoltResult> RunAsync(BoltQuery query, BoltTransactionOptions options, CancellationToken cancellationToken);

    /// <summary>A mark of what is committed now; clients bring it to servers that must have caught up.</summary>
    string Bookmark();
}
