using System.Diagnostics.CodeAnalysis;

namespace LinkGraph.Storage.Values;

// What fits 64 bits is held in them: of instants the years 1677 to 2262 as nanoseconds. What does not is an object.
public readonly partial struct Value
{
    private const int OffsetBits = 17;
    private const long LargestPackedSecond = (long.MaxValue / TimeUnits.NanosPerSecond) - 1;

    public static Value Of(Date value) => new(Tag.Date, value.EpochDay);

    public static Value Of(LocalTime value) => new(Tag.LocalTime, value.NanosOfDay);

    public static Value Of(Time value) =>
        new(Tag.Time, (value.Local.NanosOfDay << OffsetBits) | (long)(value.OffsetSeconds + TimeUnits.LargestOffset));

    public static Value Of(LocalDateTime value) =>
        TryPack(value.EpochSecond, value.Nano, out var nanos) ? new(Tag.LocalDateTime, nanos) : new(value);

    public static Value Of(ZonedDateTime value) =>
        TryPack(value.EpochSecond, value.Nano, out var nanos) ? new(value.Zone, nanos) : new(value);

    /// <summary>Null for null.</summary>
    public static Value Of(Duration? value) => new(value);

    /// <summary>Null for null.</summary>
    public static Value Of(Point? value) => new(value);

    public Date AsDate() => ReferenceEquals(reference, Tag.Date) ? new(bits) : throw Not(ValueKind.Date);

    public LocalTime AsLocalTime() => ReferenceEquals(reference, Tag.LocalTime) ? new(bits) : throw Not(ValueKind.LocalTime);

    public Time AsTime() => ReferenceEquals(reference, Tag.Time)
        ? new(new((long)((ulong)bits >> OffsetBits)), (int)(bits & ((1L << OffsetBits) - 1)) - TimeUnits.LargestOffset)
        : throw Not(ValueKind.Time);

    public LocalDateTime AsLocalDateTime()
    {
        if (ReferenceEquals(reference, Tag.LocalDateTime))
        {
            var (second, nano) = TimeUnits.FloorDivide(bits, TimeUnits.NanosPerSecond);
            return new(second, (int)nano);
        }

        return reference is LocalDateTime wide ? wide : throw Not(ValueKind.LocalDateTime);
    }

    public ZonedDateTime AsZonedDateTime()
    {
        if (reference is Zone zone)
        {
            var (second, nano) = TimeUnits.FloorDivide(bits, TimeUnits.NanosPerSecond);
            return new(second, (int)nano, zone);
        }

        return reference is ZonedDateTime wide ? wide : throw Not(ValueKind.ZonedDateTime);
    }

    public Duration AsDuration() => reference as Duration ?? throw Not(ValueKind.Duration);

    public Point AsPoint() => reference as Point ?? throw Not(ValueKind.Point);

    /// <summary>A zoned date and time as nanoseconds since the epoch and its zone, where that fits 64 bits; what a column can hold.</summary>
    public bool TryGetInstant([NotNullWhen(true)] out Zone? zone, out long epochNanos)
    {
        (zone, epochNanos) = (reference as Zone, bits);
        return zone is not null;
    }

    /// <summary>The inverse of <see cref="TryGetInstant"/>.</summary>
    public static Value OfInstant(Zone zone, long epochNanos)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var (second, nano) = TimeUnits.FloorDivide(epochNanos, TimeUnits.NanosPerSecond);
        return Of(new ZonedDateTime(second, (int)nano, zone));
    }

    private static bool TryPack(long second, int nano, out long nanos)
    {
        var fits = second is >= -LargestPackedSecond and <= LargestPackedSecond;
        nanos = fits ? (second * TimeUnits.NanosPerSecond) + nano : 0;
        return fits;
    }
}
