using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Cypher's ZONED TIME: a time of day and its offset from UTC.</summary>
public sealed class OffsetTime : TemporalValue, IEquatable<OffsetTime>, IComparable, IComparable<OffsetTime>
{
    public OffsetTime(DateTime time, TimeSpan offset)
        : this(time.TimeOfDay, offset)
    {
    }

    public OffsetTime(TimeOnly time, TimeSpan offset)
        : this(time.ToTimeSpan(), offset)
    {
    }

    public OffsetTime(TimeSpan time, TimeSpan offset)
        : this(time.Hours, time.Minutes, time.Seconds, Calendar.NanosOfSecond(time.Ticks), (int)offset.TotalSeconds)
    {
    }

    public OffsetTime(int hour, int minute, int second, int offsetSeconds)
        : this(hour, minute, second, 0, offsetSeconds)
    {
    }

    public OffsetTime(int hour, int minute, int second, int nanosecond, int offsetSeconds)
    {
        Calendar.CheckTime(hour, minute, second, nanosecond);
        Calendar.CheckOffset(offsetSeconds);
        (Hour, Minute, Second, Nanosecond, OffsetSeconds) = (hour, minute, second, nanosecond, offsetSeconds);
    }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Nanosecond { get; }

    public int OffsetSeconds { get; }

    internal long NanosOfDay => Calendar.NanosOfDay(Hour, Minute, Second, Nanosecond);

    private long UtcNanos => NanosOfDay - OffsetSeconds * Calendar.NanosPerSecond;

    public bool Equals(OffsetTime other) =>
        other is not null && NanosOfDay == other.NanosOfDay && OffsetSeconds == other.OffsetSeconds;

    public int CompareTo(OffsetTime other) => other is null ? 1 : UtcNanos.CompareTo(other.UtcNanos);

    public int CompareTo(object obj) => obj switch
    {
        null => 1,
        OffsetTime other => CompareTo(other),
        _ => throw new ArgumentException($"Must be a {nameof(OffsetTime)}.", nameof(obj)),
    };

    public override bool Equals(object obj) => Equals(obj as OffsetTime);

    public override int GetHashCode() => HashCode.Combine(NanosOfDay, OffsetSeconds);

    public override string ToString() =>
        Calendar.FormatTime(Hour, Minute, Second, Nanosecond) + Calendar.FormatOffset(OffsetSeconds);

    public static bool operator <(OffsetTime left, OffsetTime right) => left.CompareTo(right) < 0;

    public static bool operator >(OffsetTime left, OffsetTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(OffsetTime left, OffsetTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OffsetTime left, OffsetTime right) => left.CompareTo(right) >= 0;
}
