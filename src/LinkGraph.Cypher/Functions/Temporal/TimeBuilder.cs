using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>A time of day from fields, which replace those of a time that may be given to start from.</summary>
internal static class TimeBuilder
{
    /// <param name="fields">What is given.</param>
    /// <param name="start">What holds where nothing is given; without it larger units are needed for smaller ones.</param>
    /// <param name="keptNanos">Nanoseconds within the second that stay under smaller units that are given: those left by a truncation.</param>
    public static LocalTime Build(TemporalFields fields, LocalTime? start, int keptNanos = 0)
    {
        if (start is null)
        {
            Require(fields);
        }

        return TemporalErrors.Argument(() => LocalTime.Of(
            fields.Integer("hour") ?? start?.Hour ?? 0,
            fields.Integer("minute") ?? start?.Minute ?? 0,
            fields.Integer("second") ?? start?.Second ?? 0,
            Nanos(fields, keptNanos) ?? start?.Nano ?? 0));
    }

    private static void Require(TemporalFields fields)
    {
        var subsecond = fields.HasAny("millisecond", "microsecond", "nanosecond");
        if (!fields.Has("hour") && (subsecond || fields.HasAny("minute", "second")))
        {
            throw CypherErrors.Argument("hour must be specified");
        }

        if (!fields.Has("minute") && (subsecond || fields.Has("second")))
        {
            throw CypherErrors.Argument($"{(subsecond ? "subsecond" : "second")} cannot be specified without minute");
        }

        if (subsecond && !fields.Has("second"))
        {
            throw CypherErrors.Argument("subsecond cannot be specified without second");
        }
    }

    private static long? Nanos(TemporalFields fields, int kept)
    {
        var (millis, micros, nanos) = (fields.Integer("millisecond"), fields.Integer("microsecond"), fields.Integer("nanosecond"));
        if (millis is null && micros is null && nanos is null)
        {
            return null;
        }

        // Each counts what the next larger one that is given leaves open.
        var keptMillis = millis is null && kept != 0 ? kept / 1_000_000 : 0;
        var keptMicros = millis is null && micros is null && kept != 0 ? kept / 1000 % 1000 : 0;
        var largestMicros = millis is not null || kept != 0 ? 999 : 999_999;
        var largestNanos = micros is not null || kept % 1_000_000 != 0 ? 999 : millis is not null || kept != 0 ? 999_999 : 999_999_999;
        InRange("Millisecond", millis, 999);
        InRange("Microsecond", micros, largestMicros);
        InRange("Nanosecond", nanos, largestNanos);
        return (((millis ?? keptMillis) * 1_000_000) + ((micros ?? keptMicros) * 1000)) + (nanos ?? 0);
    }

    private static void InRange(string name, long? value, long most)
    {
        if (value is < 0 || value > most)
        {
            throw CypherErrors.Argument($"Invalid value for {name}: {value}");
        }
    }
}
