namespace LinkGraph.Storage.Values;

/// <summary>A time of day at an offset from UTC. Two are equal when time and offset are; they are ordered by the instant, then the offset.</summary>
/// <param name="Local">The time there.</param>
/// <param name="OffsetSeconds">East of UTC is positive; up to 18 hours either way.</param>
public readonly record struct Time(LocalTime Local, int OffsetSeconds) : IComparable<Time>
{
    /// <summary>Nanoseconds of the day at UTC, below zero or beyond a day where the offset leads there.</summary>
    public long UtcNanos => Local.NanosOfDay - (OffsetSeconds * TimeUnits.NanosPerSecond);

    public static bool operator <(Time left, Time right) => left.CompareTo(right) < 0;

    public static bool operator >(Time left, Time right) => left.CompareTo(right) > 0;

    public static bool operator <=(Time left, Time right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Time left, Time right) => left.CompareTo(right) >= 0;

    /// <exception cref="ArgumentOutOfRangeException">There is no such offset.</exception>
    public static Time Of(LocalTime local, int offsetSeconds)
    {
        Date.InRange(offsetSeconds, -TimeUnits.LargestOffset, TimeUnits.LargestOffset, nameof(offsetSeconds));
        return new(local, offsetSeconds);
    }

    /// <summary>The same instant as seen at another offset.</summary>
    public Time AtOffset(int offsetSeconds) => new(Local.Plus(offsetSeconds - OffsetSeconds, 0), offsetSeconds);

    public int CompareTo(Time other)
    {
        var byInstant = UtcNanos.CompareTo(other.UtcNanos);
        return byInstant != 0 ? byInstant : OffsetSeconds.CompareTo(other.OffsetSeconds);
    }

    /// <summary>As toString() writes it: 12:31:00.5+01:00, 12:31:14Z.</summary>
    public override string ToString() => IsoText.Write(Local) + IsoText.Offset(OffsetSeconds);

    /// <summary>As shells and the TCK show it: seconds of zero left out, fractions in threes.</summary>
    public string ToShortString() => IsoText.WriteShort(Local) + IsoText.Offset(OffsetSeconds);
}
