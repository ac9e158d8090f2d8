using LinkGraph.Cypher.Functions.Temporal;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>The temporal functions by name.</summary>
internal static class TemporalLibrary
{
    public static IEnumerable<CypherFunction> All =>
    [
        .. Family("date", ValueKind.Date, TemporalFunctions.Date),
        .. Family("localtime", ValueKind.LocalTime, TemporalFunctions.LocalTime),
        .. Family("time", ValueKind.Time, TemporalFunctions.Time),
        .. Family("localdatetime", ValueKind.LocalDateTime, TemporalFunctions.LocalDateTime),
        .. Family("datetime", ValueKind.ZonedDateTime, TemporalFunctions.ZonedDateTime),
        new("datetime.fromepoch", 2, 2, static (_, args) => TemporalFunctions.FromEpoch(
            Arguments.Integer("datetime.fromepoch", args[0]), Arguments.Integer("datetime.fromepoch", args[1]))),
        new("datetime.fromepochmillis", 1, 1, static (_, args) =>
            TemporalFunctions.FromEpochMillis(Arguments.Integer("datetime.fromepochmillis", args[0]))),
        new("duration", 1, 1, static (_, args) => DurationFunctions.Create(args[0])),
        new("duration.between", 2, 2, static (_, args) => DurationBetween.Between(args[0], args[1])),
        new("duration.inMonths", 2, 2, static (_, args) => DurationBetween.InMonths(args[0], args[1])),
        new("duration.inDays", 2, 2, static (_, args) => DurationBetween.InDays(args[0], args[1])),
        new("duration.inSeconds", 2, 2, static (_, args) => DurationBetween.InSeconds(args[0], args[1])),
    ];

    /// <summary>date(), date.transaction(), date.statement(), date.realtime(), date.truncate().</summary>
    private static IEnumerable<CypherFunction> Family(string name, ValueKind kind, Func<FunctionContext, Value, Value> create) =>
    [
        new(name, 0, 1, (context, args) => args.Length == 0
            ? TemporalFunctions.Now(context.StatementTime, kind, Value.Null)
            : create(context, args[0])),
        Clock($"{name}.transaction", kind, static context => context.TransactionTime),
        Clock($"{name}.statement", kind, static context => context.StatementTime),
        Clock($"{name}.realtime", kind, static context => context.RealTime),
        new($"{name}.truncate", 1, 3, (context, args) => Truncation.Truncate(
            context,
            kind,
            args[0],
            args.Length > 1 ? args[1] : TemporalFunctions.Now(context.StatementTime, ValueKind.ZonedDateTime, Value.Null),
            args.Length > 2 ? args[2] : Value.Null), seesNull: true, isPure: false),
    ];

    private static CypherFunction Clock(string name, ValueKind kind, Func<FunctionContext, ZonedDateTime> time) =>
        new(name, 0, 1, (context, args) => TemporalFunctions.Now(time(context), kind, args.Length > 0 ? args[0] : Value.Null), isPure: false);
}
