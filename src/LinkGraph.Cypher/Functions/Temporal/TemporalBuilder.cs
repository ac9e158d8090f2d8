using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>Temporal values from maps.</summary>
internal static class TemporalBuilder
{
    public static Date Date(MapValue map)
    {
        var fields = new TemporalFields(NotEmpty(map), TemporalFields.OfDate);
        return DateBuilder.Build(fields, Select(fields, "date").Date);
    }

    public static LocalTime LocalTime(MapValue map)
    {
        var fields = new TemporalFields(NotEmpty(map), TemporalFields.OfTime);
        return TimeBuilder.Build(fields, Select(fields, "time").Time);
    }

    public static Time Time(MapValue map, FunctionContext context)
    {
        var fields = new TemporalFields(NotEmpty(map), TemporalFields.OfZonedTime);
        var selected = Select(fields, "time");
        var local = TimeBuilder.Build(fields, selected.Time);
        var asked = fields.Timezone();
        var target = (asked ?? context.DefaultZone).OffsetAt(context.StatementTime.EpochSecond);
        return selected.Offset is not { } offset ? new(local, target)
            : asked is null ? new(local, offset)
            : new Time(local, offset).AtOffset(target);
    }

    public static LocalDateTime LocalDateTime(MapValue map)
    {
        var fields = new TemporalFields(NotEmpty(map), TemporalFields.OfDateTime);
        var (date, time) = SelectBoth(fields);
        return Local(fields, date.Date, time.Time);
    }

    public static ZonedDateTime ZonedDateTime(MapValue map, FunctionContext context)
    {
        var fields = new TemporalFields(NotEmpty(map), TemporalFields.OfZonedDateTimeOrEpoch);
        var (date, time) = fields.HasAny(TemporalFields.OfEpoch) ? SelectEpoch(fields) : SelectBoth(fields);
        var local = Local(fields, date.Date, time.Time);
        var asked = fields.Timezone();
        if (time.Zone is not { } zone)
        {
            return Storage.Values.ZonedDateTime.OfLocal(local, asked ?? context.DefaultZone);
        }

        var result = Storage.Values.ZonedDateTime.OfLocal(local, zone, time.Offset);
        return asked is null ? result : result.In(asked);
    }

    public static LocalDateTime Local(TemporalFields fields, Date? date, LocalTime? time, int keptNanos = 0) => new(
        DateBuilder.Build(fields, date, whole: time is not null || fields.HasAny(TemporalFields.OfTime)),
        TimeBuilder.Build(fields, time, keptNanos));

    private static MapValue NotEmpty(MapValue map) =>
        map.Count > 0 ? map : throw CypherErrors.Argument("At least one temporal unit must be specified.");

    private static (TemporalParts Date, TemporalParts Time) SelectBoth(TemporalFields fields)
    {
        if (!fields.Has("datetime"))
        {
            return (Select(fields, "date"), Select(fields, "time"));
        }

        if (fields.HasAny("date", "time"))
        {
            throw CypherErrors.Argument("datetime cannot be selected together with date or time.");
        }

        var both = TemporalParts.Of(fields["datetime"]);
        return both is { Date: not null, Time: not null } ? (both, both) : throw CypherErrors.Type($"Cannot select datetime from: {fields["datetime"]}");
    }

    private static (TemporalParts Date, TemporalParts Time) SelectEpoch(TemporalFields fields)
    {
        if (fields.Has("epochSeconds") && fields.Has("epochMillis"))
        {
            throw CypherErrors.Argument("epochMillis cannot be selected together with epochSeconds.");
        }

        if (fields.HasAny("date", "time", "datetime"))
        {
            throw CypherErrors.Argument("date, time and datetime cannot be selected together with epochSeconds or epochMillis.");
        }

        var epoch = TemporalParts.Of(fields.Integer("epochSeconds") is { } seconds
            ? TemporalFunctions.FromEpoch(seconds, 0)
            : TemporalFunctions.FromEpochMillis(fields.Integer("epochMillis")!.Value));
        return (epoch, epoch);
    }

    private static TemporalParts Select(TemporalFields fields, string part)
    {
        var value = fields[part];
        if (value.IsNull)
        {
            return default;
        }

        if (!TemporalParts.IsInstant(value))
        {
            throw CypherErrors.Argument($"Cannot select {part} from: {value}");
        }

        var parts = TemporalParts.Of(value);
        return part switch
        {
            "date" when parts.Date is null => throw TemporalErrors.NoDate(value),
            "time" when parts.Time is null => throw TemporalErrors.NoTime(value),
            _ => parts,
        };
    }
}
