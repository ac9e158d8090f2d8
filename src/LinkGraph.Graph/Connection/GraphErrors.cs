using Neo4j.Driver;

namespace LinkGraph.Graph.Connection;

/// <summary>
/// What an error of the driver says about the server. The driver has tried again already what it tries again, for half a minute: it then
/// says that the service is unavailable whatever it was that failed, and only the last of the attempts inside tells.
/// </summary>
public static class GraphErrors
{
    /// <summary>Whether the server cannot be reached or does not serve yet, so that the same work may succeed once it is back.</summary>
    public static bool IsUnavailable(Exception error) => Cause(error) switch
    {
        ServiceUnavailableException or SessionExpiredException or ConnectionReadTimeoutException => true,
        Neo4jException { Code: { } code } => IsNotReady(code),
        _ => false,
    };

    /// <summary>Whether the server has too little memory: it will have as little next time.</summary>
    public static bool IsOutOfMemory(Exception error) =>
        Cause(error) is Neo4jException { Code: { } code }
        && (code.EndsWith("OutOfMemoryError", StringComparison.Ordinal) || code == "Neo.TransientError.General.TransactionMemoryLimit");

    /// <summary>What failed in the end, without what only says that it was tried several times.</summary>
    public static Exception Cause(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Cause(last),
        // Several addresses of one server that could not be connected to look alike, but hold no error of the server's.
        ServiceUnavailableException { InnerException: AggregateException { InnerExceptions: [.., Neo4jException last] } } => Cause(last),
        _ => error,
    };

    /// <summary>A server or cluster that starts, stops or chooses a leader; one whose workers are all busy.</summary>
    private static bool IsNotReady(string code) =>
        code is "Neo.TransientError.General.DatabaseUnavailable" or "Neo.TransientError.Request.NoThreadsAvailable"
            or "Neo.TransientError.Transaction.LeaseExpired" or "Neo.TransientError.Transaction.BookmarkTimeout"
            or "Neo.ClientError.Cluster.NotALeader"
        || code.StartsWith("Neo.TransientError.Cluster.", StringComparison.Ordinal)
        || code.StartsWith("Neo.TransientError.Network.", StringComparison.Ordinal);
}
