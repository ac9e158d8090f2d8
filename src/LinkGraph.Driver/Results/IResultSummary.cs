namespace Neo4j.Driver;

/// <summary>What there is to know about a query that has run.</summary>
public interface IResultSummary
{
    Query Query { get; }

    ICounters Counters { get; }

    QueryType QueryType { get; }

    bool HasPlan { get; }

    bool HasProfile { get; }

    /// <summary>Null unless the query began with EXPLAIN or PROFILE.</summary>
    IPlan Plan { get; }

    /// <summary>Null unless the query began with PROFILE.</summary>
    IProfiledPlan Profile { get; }

    /// <summary>Null where the server sent none.</summary>
    IList<INotification> Notifications { get; }

    /// <summary>From the server's receiving the query to its first record.</summary>
    TimeSpan ResultAvailableAfter { get; }

    /// <summary>From the first record to the last.</summary>
    TimeSpan ResultConsumedAfter { get; }

    IServerInfo Server { get; }

    IDatabaseInfo Database { get; }
}
