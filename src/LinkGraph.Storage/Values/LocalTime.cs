namespace LinkGraph.Storage.Values;

/// <summary>A time of day to the nanosecond, nowhere in particular.</summary>
/// <param name="NanosOfDay">Nanoseconds since midnight.</param>
public readonly record struct LocalTime(long NanosOfDay) : IComparable<LocalTime>
{
    public static LocalTime Midnight => default;

    public int Hour => (int)(NanosOfDay / (3600 * TimeUnits.NanosPerSecond));

    public int Minute => SecondOfDay / 60 % 60;

    public int Second => SecondOfDay % 60;

    public int SecondOfDay => (int)(NanosOfDay / TimeUnits.NanosPerSecond);

    /// <summary>Nanoseconds within the second.</summary>
    public int Nano => (int)(NanosOfDay % TimeUnits.NanosPerSecond);

    public static bool operator <(LocalTime left, LocalTime right) => left.NanosOfDay < right.NanosOfDay;

    public static bool operator >(LocalTime left, LocalTime right) => left.NanosOfDay > right.NanosOfDay;

    public static bool operator <=(LocalTime left, LocalTime right) => left.NanosOfDay <= right.NanosOfDay;

    public static bool operator >=(LocalTime left, LocalTime right) => left.NanosOfDay >= right.NanosOfDay;

    /// <exception cref="ArgumentOutOfRangeException">There is no such time.</exception>
    public static LocalTime Of(long hour, long minute, long second = 0, long nano = 0)
    {
        Date.InRange(hour, 0, 23, nameof(hour));
        Date.InRange(minute, 0, 59, nameof(minute));
        Date.InRange(second, 0, 59, nameof(second));
        Date.InRange(nano, 0, TimeUnits.NanosPerSecond - 1, nameof(nano));
        return new((((((hour * 60) + minute) * 60) + second) * TimeUnits.NanosPerSecond) + nano);
    }

    /// <exception cref="ArgumentOutOfRangeException">Not within a day.</exception>
    public static LocalTime OfNanosOfDay(long nanosOfDay)
    {
        Date.InRange(nanosOfDay, 0, TimeUnits.NanosPerDay - 1, nameof(nanosOfDay));
        return new(nanosOfDay);
    }

    /// <summary>Goes round at midnight.</summary>
    public LocalTime Plus(long seconds, long nanos) => new(TimeUnits.FloorDivide(
        NanosOfDay + (seconds % TimeUnits.SecondsPerDay * TimeUnits.NanosPerSecond) + (nanos % TimeUnits.NanosPerDay),
        TimeUnits.NanosPerDay).Remainder);

    public int CompareTo(LocalTime other) => NanosOfDay.CompareTo(other.NanosOfDay);

    /// <summary>As toString() writes it: 12:31:00, 12:31:14.5.</summary>
    public override string ToString() => IsoText.Write(this);

    /// <summary>As shells and the TCK show it: seconds of zero left out, fractions in threes: 12:31, 12:31:14.500.</summary>
    public string ToShortString() => IsoText.WriteShort(this);
}
