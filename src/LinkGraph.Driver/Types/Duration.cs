using System.Globalization;
using Calendar = Neo4j.Driver.Internal.Calendar;

namespace Neo4j.Driver;

/// <summary>Cypher's DURATION. Months, days and seconds do not convert into one another: they are not of one length.</summary>
public sealed class Duration : TemporalValue, IEquatable<Duration>, IComparable, IComparable<Duration>
{
    // Only for the order, as Neo4j sorts durations.
    private const double SecondsPerMonth = 2_629_746;

    public Duration(TimeSpan timeSpan)
        : this(0, 0, timeSpan)
    {
    }

    public Duration(long months, long days, TimeSpan timeSpan)
        : this(
            months, days, Calendar.FloorDivide(timeSpan.Ticks, TimeSpan.TicksPerSecond), Calendar.NanosOfSecond(timeSpan.Ticks))
    {
    }

    public Duration(long seconds)
        : this(0, 0, seconds, 0)
    {
    }

    public Duration(long seconds, int nanos)
        : this(0, 0, seconds, nanos)
    {
    }

    public Duration(long days, long seconds, int nanos)
        : this(0, days, seconds, nanos)
    {
    }

    public Duration(long months, long days, long seconds, int nanos)
    {
        if (nanos is < 0 or > 999_999_999)
            throw new ArgumentOutOfRangeException(nameof(nanos), nanos, "Must be between 0 and 999999999.");
        (Months, Days, Seconds, Nanos) = (months, days, seconds, nanos);
    }

    public long Months { get; }

    public long Days { get; }

    public long Seconds { get; }

    /// <summary>0 to 999,999,999, in the direction of time also where the seconds are negative.</summary>
    public int Nanos { get; }

    /// <exception cref="ValueTruncationException">There are months, or parts of 100 ns.</exception>
    /// <exception cref="ValueOverflowException">Longer than .NET can hold.</exception>
    public TimeSpan ToTimeSpan()
    {
        if (Months != 0)
            throw new ValueTruncationException($"{this} has months, which are of no fixed length.");
        try
        {
            var seconds = checked(Days * Calendar.SecondsPerDay + Seconds);
            return TimeSpan.FromTicks(checked(
                seconds * TimeSpan.TicksPerSecond + Calendar.WholeTicks(Nanos, nameof(TimeSpan))));
        }
        catch (OverflowException overflow)
        {
            throw new ValueOverflowException($"{this} is out of the range of {nameof(TimeSpan)}.", overflow);
        }
    }

    public bool Equals(Duration other) =>
        other is not null && (Months, Days, Seconds, Nanos) == (other.Months, other.Days, other.Seconds, other.Nanos);

    public int CompareTo(Duration other) => other is null ? 1 : ApproximateSeconds.CompareTo(other.ApproximateSeconds);

    public int CompareTo(object obj) => obj switch
    {
        null => 1,
        Duration other => CompareTo(other),
        _ => throw new ArgumentException($"Must be a {nameof(Duration)}.", nameof(obj)),
    };

    public override bool Equals(object obj) => Equals(obj as Duration);

    public override int GetHashCode() => HashCode.Combine(Months, Days, Seconds, Nanos);

    /// <summary>In ISO 8601.</summary>
    public override string ToString()
    {
        // -1 s and 1 ns is written as -0.999999999 s.
        var negative = Seconds < 0 && Nanos > 0;
        var seconds = negative ? Seconds + 1 : Seconds;
        var nanos = negative ? Calendar.NanosPerSecond - Nanos : Nanos;
        var sign = negative && seconds == 0 ? "-" : "";
        var fraction = nanos == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{nanos:000000000}");
        return string.Create(CultureInfo.InvariantCulture, $"P{Months}M{Days}DT{sign}{seconds}{fraction}S");
    }

    private double ApproximateSeconds => Months * SecondsPerMonth + Days * (double)Calendar.SecondsPerDay + Seconds + Nanos * 1e-9;

    public static bool operator <(Duration left, Duration right) => left.CompareTo(right) < 0;

    public static bool operator >(Duration left, Duration right) => left.CompareTo(right) > 0;

    public static bool operator <=(Duration left, Duration right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Duration left, Duration right) => left.CompareTo(right) >= 0;
}
