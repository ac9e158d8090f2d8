#nullable enable
namespace Neo4j.Driver.Internal.Results;

internal sealed class ResultSummary(
    Query query, IServerInfo server, Dictionary<string, object> run, Dictionary<string, object> end) : IResultSummary
{
    public Query Query => query;

    public ICounters Counters { get; } = new Counters(end.GetValueOrDefault("stats") as Dictionary<string, object>);

    public QueryType QueryType { get; } = end.GetValueOrDefault("type") switch
    {
        null => QueryType.Unknown,
        "r" => QueryType.ReadOnly,
        "rw" => QueryType.ReadWrite,
        "w" => QueryType.WriteOnly,
        "s" => QueryType.SchemaWrite,
        var other => throw new ProtocolException($"An invalid value of '{other}' was sent as the type of a query."),
    };

    public bool HasPlan => Plan is not null;

    public bool HasProfile => Profile is not null;

    public IPlan Plan { get; } = Results.Plan.Read(end.GetValueOrDefault("plan"))
        ?? Results.ProfiledPlan.Read(end.GetValueOrDefault("profile"))!;

    public IProfiledPlan Profile { get; } = Results.ProfiledPlan.Read(end.GetValueOrDefault("profile"))!;

    public IList<INotification> Notifications { get; } = end.GetValueOrDefault("notifications") is List<object> list
        ? [.. list.OfType<Dictionary<string, object>>().Select(fields => (INotification)new Notification(fields))]
        : null!;

    public TimeSpan ResultAvailableAfter => Milliseconds(run.GetValueOrDefault("t_first"));

    public TimeSpan ResultConsumedAfter => Milliseconds(end.GetValueOrDefault("t_last"));

    public IServerInfo Server => server;

    public IDatabaseInfo Database { get; } = new DatabaseInfo(end.GetValueOrDefault("db") as string);

    private static TimeSpan Milliseconds(object? value) => TimeSpan.FromMilliseconds(value is long time ? time : -1);
}
