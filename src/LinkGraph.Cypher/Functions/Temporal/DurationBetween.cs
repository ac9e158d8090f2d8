using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>
/// duration.between() and its kin. What one of the two lacks is taken from the other: a date, a zone; a time of day that neither has is midnight.
/// </summary>
public static class DurationBetween
{
    /// <summary>Months, then days, then the rest. Null when either is null; so for all that follow.</summary>
    public static Value Between(Value from, Value to) => Compute(from, to, static (start, end, dated) =>
    {
        var (months, days) = (0L, 0L);
        if (dated)
        {
            months = start.MonthsUntil(end);
            start = start.PlusMonths(months);
            days = start.DaysUntil(end);
            start = start.PlusDays(days);
        }

        return OfNanos(months, days, start.NanosUntil(end));
    });

    public static Value InMonths(Value from, Value to) =>
        Compute(from, to, static (start, end, _) => new(start.MonthsUntil(end), 0, 0, 0), needsDate: true);

    public static Value InDays(Value from, Value to) =>
        Compute(from, to, static (start, end, _) => new(0, start.DaysUntil(end), 0, 0), needsDate: true);

    public static Value InSeconds(Value from, Value to) =>
        Compute(from, to, static (start, end, _) => OfNanos(0, 0, start.NanosUntil(end)));

    private static Value Compute(Value from, Value to, Func<Place, Place, bool, Duration> measure, bool needsDate = false)
    {
        if (from.IsNull || to.IsNull)
        {
            return Value.Null;
        }

        if (!TemporalParts.IsInstant(from) || !TemporalParts.IsInstant(to))
        {
            throw TemporalErrors.WrongArgument("duration.between", TemporalParts.IsInstant(from) ? to : from);
        }

        var (start, end) = (TemporalParts.Of(from), TemporalParts.Of(to));
        if (needsDate && start.Date is null && end.Date is null)
        {
            throw CypherErrors.Type($"Between {from} and {to} there are no days: neither has a date.");
        }

        var day = start.Date ?? end.Date ?? new Date(0);
        var otherDay = end.Date ?? day;
        var zone = start.Zone ?? end.Zone;
        var first = Place.Of(new(day, start.Time ?? LocalTime.Midnight), zone, start.Offset);
        var second = Place.Of(new(otherDay, end.Time ?? LocalTime.Midnight), end.Zone ?? zone, end.Offset);
        return Value.Of(measure(first, second.In(zone), start.Date is not null && end.Date is not null));
    }

    private static Duration OfNanos(long months, long days, Int128 nanos)
    {
        var (seconds, rest) = Int128.DivRem(nanos, TimeUnits.NanosPerSecond);
        return new(months, days, (long)seconds, (long)rest);
    }

    /// <summary>A local time, in a zone or nowhere.</summary>
    private readonly record struct Place(LocalDateTime Local, Zone? Zone, int Offset)
    {
        private Int128 Nanos => ((Int128)(Local.EpochSecond - Offset) * TimeUnits.NanosPerSecond) + Local.Nano;

        public static Place Of(LocalDateTime local, Zone? zone, int? preferredOffset) => zone is null
            ? new(local, null, 0)
            : At(ZonedDateTime.OfLocal(local, zone, preferredOffset));

        public Place In(Zone? zone) => zone is null || ReferenceEquals(zone, Zone)
            ? this
            : At(new ZonedDateTime(Local.EpochSecond - Offset, Local.Nano, zone));

        public Place PlusMonths(long months) => Of(new(Local.Date.PlusMonths(months), Local.Time), Zone, Offset);

        public Place PlusDays(long days) => Of(new(Local.Date.PlusDays(days), Local.Time), Zone, Offset);

        public long MonthsUntil(Place end)
        {
            var ((year, month, day), (endYear, endMonth, endDay)) = (Local.Date.Parts(), WholeDaysUntil(end).Parts());
            return (((((endYear * 12L) + endMonth) * 32) + endDay) - ((((year * 12L) + month) * 32) + day)) / 32;
        }

        public long DaysUntil(Place end) => WholeDaysUntil(end).EpochDay - Local.Date.EpochDay;

        public Int128 NanosUntil(Place end) => end.Nanos - Nanos;

        /// <summary>The day of the end, or the one before when its last day is not whole.</summary>
        private Date WholeDaysUntil(Place end)
        {
            var (date, endDate) = (Local.Date, end.Local.Date);
            return endDate > date && end.Local.Time < Local.Time ? new(endDate.EpochDay - 1)
                : endDate < date && end.Local.Time > Local.Time ? new(endDate.EpochDay + 1)
                : endDate;
        }

        private static Place At(ZonedDateTime time) => new(time.Local, time.Zone, time.OffsetSeconds);
    }
}
