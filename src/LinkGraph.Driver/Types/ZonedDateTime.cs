using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Cypher's ZONED DATETIME: a moment, and the zone it is told in.</summary>
public sealed class ZonedDateTime : TemporalValue, IEquatable<ZonedDateTime>, IComparable, IComparable<ZonedDateTime>
{
    private readonly LocalDateTime _local;

    public ZonedDateTime(DateTimeOffset dateTimeOffset)
        : this(
            dateTimeOffset.ToUnixTimeSeconds(), Calendar.NanosOfSecond(dateTimeOffset.UtcTicks),
            new ZoneOffset((int)dateTimeOffset.Offset.TotalSeconds))
    {
    }

    public ZonedDateTime(DateTime dateTime, TimeSpan offset)
        : this(dateTime, (int)offset.TotalSeconds)
    {
    }

    /// <param name="dateTime">UTC if it says so, otherwise in the zone.</param>
    public ZonedDateTime(DateTime dateTime, int offsetSeconds)
        : this(dateTime, new ZoneOffset(offsetSeconds))
    {
    }

    /// <param name="dateTime">UTC if it says so, otherwise in the zone.</param>
    /// <exception cref="TimeZoneNotFoundException">This system does not know the zone, and needs to.</exception>
    public ZonedDateTime(DateTime dateTime, string zoneId)
        : this(dateTime, new ZoneId(zoneId))
    {
    }

    public ZonedDateTime(long utcSeconds, int nanos, Zone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        UtcSeconds = utcSeconds;
        Nanosecond = nanos;
        Zone = zone;
        try
        {
            OffsetSeconds = zone.OffsetSecondsAt(ClrUtc(utcSeconds));
            _local = new LocalDateTime(utcSeconds + OffsetSeconds, nanos);
        }
        catch (TimeZoneNotFoundException)
        {
            UnknownZoneInfo = true;
        }
    }

    private ZonedDateTime(DateTime dateTime, Zone zone)
        : this(
            ToUtcSeconds(dateTime, zone), Calendar.NanosOfSecond(dateTime.Ticks), zone)
    {
    }

    public Zone Zone { get; }

    /// <summary>Since 1970-01-01T00:00:00Z.</summary>
    public long UtcSeconds { get; }

    /// <summary>This system does not know the zone: only <see cref="UtcSeconds"/> and <see cref="Nanosecond"/> can be told.</summary>
    public bool UnknownZoneInfo { get; }

    public int OffsetSeconds { get; }

    public int Year => Local.Year;

    public int Month => Local.Month;

    public int Day => Local.Day;

    public int Hour => Local.Hour;

    public int Minute => Local.Minute;

    public int Second => Local.Second;

    public int Nanosecond { get; }

    /// <summary>The date and time in the zone.</summary>
    public LocalDateTime LocalDateTime => Local;

    private LocalDateTime Local => _local ?? throw new TimeZoneNotFoundException($"This system does not know the zone {Zone}.");

    /// <exception cref="ValueOverflowException">The year is not 1 to 9999.</exception>
    /// <exception cref="ValueTruncationException">.NET has 100 ns and whole minutes of offset at the finest.</exception>
    public DateTimeOffset ToDateTimeOffset()
    {
        Calendar.CheckClrYear(Local.Year, nameof(DateTimeOffset));
        if (OffsetSeconds % 60 != 0)
            throw new ValueTruncationException($"The offset of {OffsetSeconds} s is no whole number of minutes.");
        var offset = TimeSpan.FromSeconds(OffsetSeconds);
        if (offset.Duration() > TimeSpan.FromHours(14))
            throw new ValueOverflowException($"The offset {offset} is out of the range of {nameof(DateTimeOffset)}.");
        return new DateTimeOffset(Local.ToDateTime(), offset);
    }

    public bool Equals(ZonedDateTime other) =>
        other is not null && UtcSeconds == other.UtcSeconds && Nanosecond == other.Nanosecond && Zone.Equals(other.Zone);

    public int CompareTo(ZonedDateTime other) =>
        other is null ? 1 : (UtcSeconds, Nanosecond).CompareTo((other.UtcSeconds, other.Nanosecond));

    public int CompareTo(object obj) => obj switch
    {
        null => 1,
        ZonedDateTime other => CompareTo(other),
        _ => throw new ArgumentException($"Must be a {nameof(ZonedDateTime)}.", nameof(obj)),
    };

    public override bool Equals(object obj) => Equals(obj as ZonedDateTime);

    public override int GetHashCode() => HashCode.Combine(UtcSeconds, Nanosecond, Zone);

    public override string ToString() => Zone is ZoneOffset
        ? $"{Local}{Zone}"
        : UnknownZoneInfo
            ? $"{{UtcSeconds: {UtcSeconds}, Nanosecond: {Nanosecond}, Zone: {Zone}}}"
            : $"{Local}{Calendar.FormatOffset(OffsetSeconds)}{Zone}";

    private static long ToUtcSeconds(DateTime dateTime, Zone zone)
    {
        var seconds = Calendar.FloorDivide(dateTime.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
        return dateTime.Kind == DateTimeKind.Utc
            ? seconds
            : seconds - zone.OffsetSecondsAt(DateTime.SpecifyKind(dateTime, DateTimeKind.Unspecified));
    }

    /// <summary>Rules of zones are known for .NET's range; beyond it those of its ends hold.</summary>
    private static DateTime ClrUtc(long utcSeconds)
    {
        var smallest = (DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        var largest = (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        return DateTime.UnixEpoch.AddTicks(Math.Clamp(utcSeconds, smallest, largest) * TimeSpan.TicksPerSecond);
    }

    public static bool operator <(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) < 0;

    public static bool operator >(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) >= 0;
}
