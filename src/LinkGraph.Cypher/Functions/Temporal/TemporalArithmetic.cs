using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>Temporal values moved by durations. What leaves the calendar is an ArithmeticError.</summary>
public static class TemporalArithmetic
{
    /// <summary>First the months, then the days, then the time; a date takes whole days of it, a time of day goes round at midnight.</summary>
    public static Value Add(Value temporal, Duration duration) => TemporalErrors.Arithmetic(() => temporal.Kind switch
    {
        ValueKind.Date => Value.Of(Move(temporal.AsDate(), duration).PlusDays(duration.Seconds / TimeUnits.SecondsPerDay)),
        ValueKind.LocalTime => Value.Of(temporal.AsLocalTime().Plus(duration.Seconds, duration.Nanos)),
        ValueKind.Time => Value.Of(temporal.AsTime() with { Local = temporal.AsTime().Local.Plus(duration.Seconds, duration.Nanos) }),
        ValueKind.LocalDateTime => Value.Of(Move(temporal.AsLocalDateTime(), duration).Plus(duration.Seconds, duration.Nanos)),
        ValueKind.ZonedDateTime => Value.Of(Move(temporal.AsZonedDateTime(), duration).Plus(duration.Seconds, duration.Nanos)),
        _ => throw CypherErrors.Type($"Cannot add a duration to {temporal}"),
    });

    public static Value Subtract(Value temporal, Duration duration) =>
        Add(temporal, TemporalErrors.Arithmetic(() => duration.Negate()));

    public static Value Add(Duration left, Duration right) => Value.Of(TemporalErrors.Arithmetic(() => left + right));

    public static Value Subtract(Duration left, Duration right) => Value.Of(TemporalErrors.Arithmetic(() => left - right));

    public static Value Multiply(Duration duration, Value number) => Value.Of(TemporalErrors.Arithmetic(() => number.IsInteger
        ? duration.Times(number.AsInteger())
        : duration.Times(DurationFunctions.ToDecimal(Finite(number)))));

    public static Value Divide(Duration duration, Value number) =>
        Value.Of(TemporalErrors.Arithmetic(() => duration.DividedBy(DurationFunctions.ToDecimal(Finite(number)))));

    private static Value Finite(Value number) => number.IsInteger || double.IsFinite(number.AsFloat())
        ? number
        : throw CypherErrors.Arithmetic($"A duration cannot be multiplied or divided by {number}");

    private static Date Move(Date date, Duration duration) => date.PlusMonths(duration.Months).PlusDays(duration.Days);

    private static LocalDateTime Move(LocalDateTime time, Duration duration) => new(Move(time.Date, duration), time.Time);

    private static ZonedDateTime Move(ZonedDateTime time, Duration duration) => duration is { Months: 0, Days: 0 }
        ? time
        : ZonedDateTime.OfLocal(Move(time.Local, duration), time.Zone, time.OffsetSeconds);
}
