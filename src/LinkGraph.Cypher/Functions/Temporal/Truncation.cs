using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>date.truncate() and its kin: the start of the unit in which a temporal value lies, with some fields replaced.</summary>
public static class Truncation
{
    private static readonly string[] Units =
    [
        "millennium", "century", "decade", "year", "weekYear", "quarter", "month", "week", "day",
        "hour", "minute", "second", "millisecond", "microsecond",
    ];

    private static readonly int FirstOfTime = Array.IndexOf(Units, "hour");

    /// <param name="context">Tells the default zone.</param>
    /// <param name="kind">What to make: a date, a time, ...</param>
    /// <param name="unit">The name of the unit, from millennium to microsecond.</param>
    /// <param name="input">A temporal value that has what is to be made.</param>
    /// <param name="fields">A map of fields to replace, or null.</param>
    public static Value Truncate(FunctionContext context, ValueKind kind, Value unit, Value input, Value fields)
    {
        if (!unit.IsString || !TemporalParts.IsInstant(input) || !(fields.IsNull || fields.Kind == ValueKind.Map))
        {
            throw TemporalErrors.WrongArgument("truncate", !unit.IsString ? unit : !TemporalParts.IsInstant(input) ? input : fields);
        }

        var step = Array.IndexOf(Units, unit.AsString());
        if (step < 0)
        {
            throw CypherErrors.Argument($"Unsupported unit: {unit}");
        }

        var map = fields.IsNull ? MapValue.Empty : fields.AsMap();
        return kind switch
        {
            ValueKind.Date => OfDate(step, input, map),
            ValueKind.LocalTime or ValueKind.Time => OfTime(context, kind, step, input, map),
            _ => OfDateTime(context, kind, step, input, map),
        };
    }

    private static Value OfDate(int step, Value input, MapValue map)
    {
        if (step >= FirstOfTime)
        {
            throw CypherErrors.Type($"Unit too small for truncation: {Units[step]}");
        }

        var date = TemporalParts.Of(input).Date ?? throw TemporalErrors.NoDate(input);
        return Value.Of(DateBuilder.Build(new TemporalFields(map, TemporalFields.OfDate), Start(step, date)));
    }

    private static Value OfTime(FunctionContext context, ValueKind kind, int step, Value input, MapValue map)
    {
        if (step < FirstOfTime - 1)
        {
            throw CypherErrors.Type("Unit is too large to be used for truncation");
        }

        var parts = TemporalParts.Of(input);
        var start = Start(step, parts.Time ?? throw TemporalErrors.NoTime(input));
        var zoned = kind == ValueKind.Time;
        var fields = new TemporalFields(map, zoned ? TemporalFields.OfZonedTime : TemporalFields.OfTime);
        var local = TimeBuilder.Build(fields, start, Kept(step, start));
        if (!zoned)
        {
            return Value.Of(local);
        }

        var offset = fields.Timezone()?.OffsetAt(context.StatementTime.EpochSecond) ?? parts.Offset;
        return Value.Of(new Time(local, offset ?? context.DefaultZone.OffsetAt(context.StatementTime.EpochSecond)));
    }

    private static Value OfDateTime(FunctionContext context, ValueKind kind, int step, Value input, MapValue map)
    {
        var parts = TemporalParts.Of(input);
        if (step >= FirstOfTime && (parts.Date is null || parts.Time is null))
        {
            throw CypherErrors.Type($"Cannot truncate {input} to date time with a time based unit.");
        }

        var date = Start(step, parts.Date ?? throw TemporalErrors.NoDate(input));
        var time = step < FirstOfTime ? LocalTime.Midnight : Start(step, parts.Time!.Value);
        var zoned = kind == ValueKind.ZonedDateTime;
        if (map.Count == 0)
        {
            var whole = new LocalDateTime(date, time);
            return zoned ? Value.Of(ZonedDateTime.OfLocal(whole, parts.Zone ?? context.DefaultZone)) : Value.Of(whole);
        }

        var fields = new TemporalFields(map, zoned ? TemporalFields.OfZonedDateTime : TemporalFields.OfDateTime);
        var local = TemporalBuilder.Local(fields, date, time, Kept(step, time));
        return zoned ? Value.Of(ZonedDateTime.OfLocal(local, fields.Timezone() ?? parts.Zone ?? context.DefaultZone)) : Value.Of(local);
    }

    private static Date Start(int step, Date date) => step >= FirstOfTime ? date : TemporalErrors.Argument(() => Units[step] switch
    {
        "millennium" => Date.Of(date.Year / 1000 * 1000, 1, 1),
        "century" => Date.Of(date.Year / 100 * 100, 1, 1),
        "decade" => Date.Of(date.Year / 10 * 10, 1, 1),
        "year" => Date.Of(date.Year, 1, 1),
        "weekYear" => Date.OfWeek(date.WeekYear, 1, 1),
        "quarter" => Date.OfQuarter(date.Year, date.Quarter, 1),
        "month" => Date.Of(date.Year, date.Month, 1),
        "week" => date.PlusDays(1 - date.DayOfWeek),
        _ => date,
    });

    private static LocalTime Start(int step, LocalTime time)
    {
        var size = Units[step] switch
        {
            "hour" => 3600 * TimeUnits.NanosPerSecond,
            "minute" => 60 * TimeUnits.NanosPerSecond,
            "second" => TimeUnits.NanosPerSecond,
            "millisecond" => 1_000_000,
            "microsecond" => 1000,
            _ => TimeUnits.NanosPerDay,
        };
        return new(time.NanosOfDay - (time.NanosOfDay % size));
    }

    private static int Kept(int step, LocalTime start) => Units[step] is "millisecond" or "microsecond" ? start.Nano : 0;
}
