using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>The parts of temporal values, such as date().year and duration('PT1H').minutes.</summary>
public static class TemporalComponents
{
    /// <summary>A part of a temporal value or a duration by its name.</summary>
    /// <exception cref="CypherException">TypeError: it has no such part.</exception>
    public static Value Get(Value value, string name)
    {
        if (value.Kind == ValueKind.Duration)
        {
            return Value.Of(OfDuration(value.AsDuration(), name) ?? throw TemporalErrors.NoSuchField(name));
        }

        var parts = TemporalParts.Of(value);
        if (parts.Date is { } date && OfDate(date, name) is { } ofDate)
        {
            return Value.Of(ofDate);
        }

        if (parts.Time is { } time && OfTime(time, name) is { } ofTime)
        {
            return Value.Of(ofTime);
        }

        return parts.Zone is { } zone ? OfZone(value, zone, parts.Offset!.Value, name) : throw TemporalErrors.NoSuchField(name);
    }

    private static long? OfDate(Date date, string name) => name switch
    {
        "year" => date.Year,
        "quarter" => date.Quarter,
        "month" => date.Month,
        "week" => date.Week,
        "weekYear" => date.WeekYear,
        "day" => date.Day,
        "dayOfQuarter" or "quarterDay" => date.DayOfQuarter,
        "ordinalDay" => date.DayOfYear,
        "dayOfWeek" or "weekDay" => date.DayOfWeek,
        _ => null,
    };

    private static long? OfTime(LocalTime time, string name) => name switch
    {
        "hour" => time.Hour,
        "minute" => time.Minute,
        "second" => time.Second,
        "millisecond" => time.Nano / 1_000_000,
        "microsecond" => time.Nano / 1000,
        "nanosecond" => time.Nano,
        _ => null,
    };

    private static Value OfZone(Value value, Zone zone, int offset, string name) => name switch
    {
        "timezone" => Value.Of(zone.ToString()),
        "offset" => Value.Of(Zone.OfOffset(offset).ToString()),
        "offsetMinutes" => Value.Of((long)(offset / 60)),
        "offsetSeconds" => Value.Of((long)offset),
        "epochSeconds" when value.Kind == ValueKind.ZonedDateTime => Value.Of(value.AsZonedDateTime().EpochSecond),
        "epochMillis" when value.Kind == ValueKind.ZonedDateTime =>
            Value.Of((value.AsZonedDateTime().EpochSecond * 1000) + (value.AsZonedDateTime().Nano / 1_000_000)),
        _ => throw TemporalErrors.NoSuchField(name),
    };

    private static long? OfDuration(Duration duration, string name) => name switch
    {
        "years" => duration.Months / 12,
        "quarters" => duration.Months / 3,
        "months" => duration.Months,
        "quartersOfYear" => duration.Months / 3 % 4,
        "monthsOfQuarter" => duration.Months % 3,
        "monthsOfYear" => duration.Months % 12,
        "weeks" => duration.Days / 7,
        "days" => duration.Days,
        "daysOfWeek" => duration.Days % 7,
        "hours" => duration.Seconds / 3600,
        "minutes" => duration.Seconds / 60,
        "seconds" => duration.Seconds,
        "minutesOfHour" => duration.Seconds / 60 % 60,
        "secondsOfMinute" => duration.Seconds % 60,
        "milliseconds" => TemporalErrors.Arithmetic(() => checked((duration.Seconds * 1000) + (duration.Nanos / 1_000_000))),
        "microseconds" => TemporalErrors.Arithmetic(() => checked((duration.Seconds * 1_000_000) + (duration.Nanos / 1000))),
        "nanoseconds" => TemporalErrors.Arithmetic(() => checked((duration.Seconds * TimeUnits.NanosPerSecond) + duration.Nanos)),
        "millisecondsOfSecond" => duration.Nanos / 1_000_000,
        "microsecondsOfSecond" => duration.Nanos / 1000,
        "nanosecondsOfSecond" => duration.Nanos,
        _ => null,
    };
}
