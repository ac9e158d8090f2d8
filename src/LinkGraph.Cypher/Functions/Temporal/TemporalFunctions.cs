using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>date(), localtime(), time(), localdatetime(), datetime() from a text, a map, or another temporal value. Null for null.</summary>
public static class TemporalFunctions
{
    public static Value Date(FunctionContext context, Value input) => input.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.String => Value.Of(TemporalParser.ParseDate(input.AsString())),
        ValueKind.Map when OnlyZone(input.AsMap()) is { } zone => Value.Of(context.StatementTime.In(zone).Local.Date),
        ValueKind.Map => Value.Of(TemporalBuilder.Date(WithoutZone(input.AsMap()))),
        _ when TemporalParts.IsInstant(input) => Value.Of(TemporalParts.Of(input).Date ?? throw TemporalErrors.NoDate(input)),
        _ => throw TemporalErrors.WrongArgument("date", input),
    };

    public static Value LocalTime(FunctionContext context, Value input) => input.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.String => Value.Of(TemporalParser.ParseLocalTime(input.AsString())),
        ValueKind.Map when OnlyZone(input.AsMap()) is { } zone => Value.Of(context.StatementTime.In(zone).Local.Time),
        ValueKind.Map => Value.Of(TemporalBuilder.LocalTime(WithoutZone(input.AsMap()))),
        _ when TemporalParts.IsInstant(input) => Value.Of(TemporalParts.Of(input).Time ?? throw TemporalErrors.NoTime(input)),
        _ => throw TemporalErrors.WrongArgument("localtime", input),
    };

    public static Value Time(FunctionContext context, Value input) => input.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.String => Value.Of(TemporalParser.ParseTime(input.AsString(), () => context.DefaultZone)),
        ValueKind.Map when OnlyZone(input.AsMap()) is { } zone => TimeOf(context, Value.Of(context.StatementTime.In(zone))),
        ValueKind.Map => Value.Of(TemporalBuilder.Time(input.AsMap(), context)),
        _ when TemporalParts.IsInstant(input) => TimeOf(context, input),
        _ => throw TemporalErrors.WrongArgument("time", input),
    };

    public static Value LocalDateTime(FunctionContext context, Value input) => input.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.String => Value.Of(TemporalParser.ParseLocalDateTime(input.AsString())),
        ValueKind.Map when OnlyZone(input.AsMap()) is { } zone => Value.Of(context.StatementTime.In(zone).Local),
        ValueKind.Map => Value.Of(TemporalBuilder.LocalDateTime(WithoutZone(input.AsMap()))),
        _ when TemporalParts.IsInstant(input) => Value.Of(LocalOf(input)),
        _ => throw TemporalErrors.WrongArgument("localdatetime", input),
    };

    public static Value ZonedDateTime(FunctionContext context, Value input) => input.Kind switch
    {
        ValueKind.Null or ValueKind.ZonedDateTime => input,
        ValueKind.String => Value.Of(TemporalParser.ParseZonedDateTime(input.AsString(), () => context.DefaultZone)),
        ValueKind.Map when OnlyZone(input.AsMap()) is { } zone => Value.Of(context.StatementTime.In(zone)),
        ValueKind.Map => Value.Of(TemporalBuilder.ZonedDateTime(input.AsMap(), context)),
        _ when TemporalParts.IsInstant(input) => Value.Of(Storage.Values.ZonedDateTime.OfLocal(LocalOf(input), context.DefaultZone)),
        _ => throw TemporalErrors.WrongArgument("datetime", input),
    };

    /// <summary>A time taken from the clock, as the kind that a function makes.</summary>
    /// <param name="time">The time of the statement, the transaction or the moment.</param>
    /// <param name="kind">What to make of it.</param>
    /// <param name="zone">The name of a zone or an offset; null for the default zone.</param>
    public static Value Now(ZonedDateTime time, ValueKind kind, Value zone)
    {
        var there = zone.Kind switch
        {
            ValueKind.Null => time,
            ValueKind.String => time.In(TemporalParser.ParseZone(zone.AsString())),
            _ => throw CypherErrors.Type($"A time zone is a string, but was {zone}"),
        };
        return kind switch
        {
            ValueKind.Date => Value.Of(there.Local.Date),
            ValueKind.LocalTime => Value.Of(there.Local.Time),
            ValueKind.Time => Value.Of(new Time(there.Local.Time, there.OffsetSeconds)),
            ValueKind.LocalDateTime => Value.Of(there.Local),
            _ => Value.Of(there),
        };
    }

    public static Value FromEpoch(long seconds, long nanos) => nanos is < 0 or >= TimeUnits.NanosPerSecond
        ? throw CypherErrors.Argument($"Invalid nanosecond: {nanos}")
        : Value.Of(TemporalErrors.Argument(() => Storage.Values.ZonedDateTime.Of(seconds, nanos, Zone.Utc)));

    public static Value FromEpochMillis(long millis)
    {
        var (seconds, rest) = TimeUnits.FloorDivide(millis, 1000);
        return FromEpoch(seconds, rest * 1_000_000);
    }

    private static LocalDateTime LocalOf(Value input)
    {
        var parts = TemporalParts.Of(input);
        return new(parts.Date ?? throw TemporalErrors.NoDate(input), parts.Time ?? throw TemporalErrors.NoTime(input));
    }

    private static Value TimeOf(FunctionContext context, Value input)
    {
        var parts = TemporalParts.Of(input);
        var offset = parts.Offset ?? context.DefaultZone.OffsetAt(context.StatementTime.EpochSecond);
        return Value.Of(new Time(parts.Time ?? throw TemporalErrors.NoTime(input), offset));
    }

    private static Zone? OnlyZone(MapValue map) =>
        map.Count == 1 && map.ContainsKey("timezone") ? new TemporalFields(map, "timezone").Timezone() : null;

    private static MapValue WithoutZone(MapValue map) => map.ContainsKey("timezone")
        ? throw CypherErrors.Type("Cannot assign time zone if also assigning other fields.")
        : map;
}
