namespace LinkGraph.Storage.Values;

/// <summary>A day and a time of day, nowhere in particular.</summary>
/// <param name="EpochSecond">Seconds since 1970-01-01T00:00 by the same clock.</param>
/// <param name="Nano">Nanoseconds within the second.</param>
public readonly record struct LocalDateTime(long EpochSecond, int Nano) : IComparable<LocalDateTime>, IValueObject
{
    public LocalDateTime(Date date, LocalTime time)
        : this((date.EpochDay * TimeUnits.SecondsPerDay) + time.SecondOfDay, time.Nano)
    {
    }

    public Date Date => new(TimeUnits.FloorDivide(EpochSecond, TimeUnits.SecondsPerDay).Quotient);

    public LocalTime Time =>
        new((TimeUnits.FloorDivide(EpochSecond, TimeUnits.SecondsPerDay).Remainder * TimeUnits.NanosPerSecond) + Nano);

    ValueKind IValueObject.Kind => ValueKind.LocalDateTime;

    public static bool operator <(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) < 0;

    public static bool operator >(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) >= 0;

    /// <exception cref="ArgumentOutOfRangeException">Beyond the years that there are, or no nanosecond of a second.</exception>
    public static LocalDateTime Of(long epochSecond, long nano)
    {
        Date.InRange(
            epochSecond,
            Date.LeastEpochDay * TimeUnits.SecondsPerDay,
            (Date.MostEpochDay * TimeUnits.SecondsPerDay) + TimeUnits.SecondsPerDay - 1,
            nameof(epochSecond));
        Date.InRange(nano, 0, TimeUnits.NanosPerSecond - 1, nameof(nano));
        return new(epochSecond, (int)nano);
    }

    /// <exception cref="ArgumentOutOfRangeException">Beyond the years that there are.</exception>
    /// <exception cref="OverflowException">Far beyond.</exception>
    public LocalDateTime Plus(long seconds, long nanos)
    {
        var (carried, nano) = TimeUnits.FloorDivide(Nano + (nanos % TimeUnits.NanosPerSecond), TimeUnits.NanosPerSecond);
        return Of(checked(EpochSecond + seconds + (nanos / TimeUnits.NanosPerSecond) + carried), nano);
    }

    public int CompareTo(LocalDateTime other)
    {
        var bySecond = EpochSecond.CompareTo(other.EpochSecond);
        return bySecond != 0 ? bySecond : Nano.CompareTo(other.Nano);
    }

    /// <summary>As toString() writes it: 2015-07-21T21:40:00.142.</summary>
    public override string ToString() => IsoText.Write(Date) + "T" + IsoText.Write(Time);

    /// <summary>As shells and the TCK show it: seconds of zero left out, fractions in threes.</summary>
    public string ToShortString() => IsoText.Write(Date) + "T" + IsoText.WriteShort(Time);
}
