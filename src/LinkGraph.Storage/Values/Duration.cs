namespace LinkGraph.Storage.Values;

/// <summary>
/// A length of time in parts that do not turn into each other: months, days, and seconds with nanoseconds. Two are equal when all parts are.
/// </summary>
public sealed record Duration : IValueObject, IComparable<Duration>
{
    private const decimal DaysPerMonth = 30.436875m;
    private const long SecondsPerMonth = 2_629_746;

    /// <param name="months">Months.</param>
    /// <param name="days">Days.</param>
    /// <param name="seconds">Seconds.</param>
    /// <param name="nanos">Nanoseconds, of which whole seconds are carried over.</param>
    /// <exception cref="OverflowException">The seconds do not fit 64 bits.</exception>
    public Duration(long months, long days, long seconds, long nanos)
    {
        var (carried, nano) = TimeUnits.FloorDivide(nanos, TimeUnits.NanosPerSecond);
        (Months, Days, Seconds, Nanos) = (months, days, checked(seconds + carried), (int)nano);
    }

    public static Duration Zero { get; } = new(0, 0, 0, 0);

    public long Months { get; }

    public long Days { get; }

    /// <summary>Rounded down, so that <see cref="Nanos"/> is never negative.</summary>
    public long Seconds { get; }

    /// <summary>0 to 999,999,999.</summary>
    public int Nanos { get; }

    ValueKind IValueObject.Kind => ValueKind.Duration;

    public static Duration operator +(Duration left, Duration right) => left.Plus(right);

    public static Duration operator -(Duration left, Duration right) => left.Plus(right.Negate());

    public static Duration operator -(Duration value) => value.Negate();

    public static bool operator <(Duration left, Duration right) => left.CompareTo(right) < 0;

    public static bool operator >(Duration left, Duration right) => left.CompareTo(right) > 0;

    public static bool operator <=(Duration left, Duration right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Duration left, Duration right) => left.CompareTo(right) >= 0;

    /// <summary>Fractions of a month become days, and those of a day seconds, at the average length of a month (30.436875 days).</summary>
    /// <exception cref="OverflowException">A part does not fit 64 bits.</exception>
    public static Duration Approximate(decimal months, decimal days, decimal seconds, decimal nanos)
    {
        // The nanoseconds are rounded before they are cut: a third of three of them is one.
        var wholeMonths = decimal.Truncate(months);
        var allDays = days + ((months - wholeMonths) * DaysPerMonth);
        var wholeDays = decimal.Truncate(allDays);
        var allSeconds = seconds + ((allDays - wholeDays) * TimeUnits.SecondsPerDay);
        var wholeSeconds = decimal.Truncate(allSeconds);
        var allNanos = nanos + ((allSeconds - wholeSeconds) * TimeUnits.NanosPerSecond);
        return new((long)wholeMonths, (long)wholeDays, (long)wholeSeconds, (long)decimal.Truncate(decimal.Round(allNanos, 6)));
    }

    /// <exception cref="OverflowException">A part does not fit 64 bits.</exception>
    public Duration Plus(Duration other) => checked(new(
        Months + other.Months, Days + other.Days, Seconds + other.Seconds, (long)Nanos + other.Nanos));

    /// <exception cref="OverflowException">A part does not fit 64 bits.</exception>
    public Duration Negate() => checked(new(-Months, -Days, -Seconds, -(long)Nanos));

    /// <exception cref="OverflowException">A part does not fit 64 bits.</exception>
    public Duration Times(decimal factor) => Approximate(Months * factor, Days * factor, Seconds * factor, Nanos * factor);

    /// <exception cref="DivideByZeroException">By nothing.</exception>
    /// <exception cref="OverflowException">A part does not fit 64 bits.</exception>
    public Duration DividedBy(decimal divisor) => Approximate(Months / divisor, Days / divisor, Seconds / divisor, Nanos / divisor);

    /// <exception cref="OverflowException">A part does not fit 64 bits.</exception>
    public Duration Times(long factor)
    {
        var nanos = (Int128)Nanos * factor;
        var carried = Int128.DivRem(nanos, TimeUnits.NanosPerSecond);
        return checked(new(Months * factor, Days * factor, (long)((Seconds * (Int128)factor) + carried.Quotient), (long)carried.Remainder));
    }

    /// <summary>By the average length; those of equal length by months, then by days.</summary>
    public int CompareTo(Duration? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byLength = AverageSeconds().CompareTo(other.AverageSeconds());
        var byNanos = byLength != 0 ? byLength : Nanos.CompareTo(other.Nanos);
        var byMonths = byNanos != 0 ? byNanos : Months.CompareTo(other.Months);
        return byMonths != 0 ? byMonths : Days.CompareTo(other.Days);
    }

    /// <summary>As ISO 8601 writes it: P1Y2M3DT4H5M6.7S, PT-0.5S, PT0S.</summary>
    public override string ToString() => IsoText.Write(this);

    private Int128 AverageSeconds() =>
        ((Int128)Months * SecondsPerMonth) + ((Int128)Days * TimeUnits.SecondsPerDay) + Seconds;
}
