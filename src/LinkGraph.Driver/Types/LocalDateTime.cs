using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Cypher's LOCAL DATETIME.</summary>
public sealed class LocalDateTime : TemporalValue, IEquatable<LocalDateTime>, IComparable, IComparable<LocalDateTime>
{
    public LocalDateTime(DateTime dateTime)
        : this(
            dateTime.Year, dateTime.Month, dateTime.Day, dateTime.Hour, dateTime.Minute, dateTime.Second,
            Calendar.NanosOfSecond(dateTime.Ticks))
    {
    }

    public LocalDateTime(int year, int month, int day, int hour, int minute, int second)
        : this(year, month, day, hour, minute, second, 0)
    {
    }

    public LocalDateTime(int year, int month, int day, int hour, int minute, int second, int nanosecond)
    {
        Calendar.CheckDate(year, month, day);
        Calendar.CheckTime(hour, minute, second, nanosecond);
        (Year, Month, Day) = (year, month, day);
        (Hour, Minute, Second, Nanosecond) = (hour, minute, second, nanosecond);
    }

    internal LocalDateTime(long secondsSinceEpoch, int nanosecond)
    {
        (Year, Month, Day) = Calendar.Date(Calendar.FloorDivide(secondsSinceEpoch, Calendar.SecondsPerDay));
        var seconds = (int)Calendar.FloorModulo(secondsSinceEpoch, Calendar.SecondsPerDay);
        (Hour, Minute, Second, Nanosecond) = (seconds / 3600, seconds / 60 % 60, seconds % 60, nanosecond);
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Nanosecond { get; }

    internal long SecondsSinceEpoch => Calendar.SecondsSinceEpoch(Year, Month, Day, Hour, Minute, Second);

    /// <exception cref="ValueOverflowException">The year is not 1 to 9999.</exception>
    /// <exception cref="ValueTruncationException">.NET has 100 ns at the finest.</exception>
    public DateTime ToDateTime()
    {
        Calendar.CheckClrYear(Year, nameof(DateTime));
        return new DateTime(Year, Month, Day, Hour, Minute, Second).AddTicks(Calendar.WholeTicks(Nanosecond, nameof(DateTime)));
    }

    public bool Equals(LocalDateTime other) =>
        other is not null && SecondsSinceEpoch == other.SecondsSinceEpoch && Nanosecond == other.Nanosecond;

    public int CompareTo(LocalDateTime other) =>
        other is null ? 1 : (SecondsSinceEpoch, Nanosecond).CompareTo((other.SecondsSinceEpoch, other.Nanosecond));

    public int CompareTo(object obj) => obj switch
    {
        null => 1,
        LocalDateTime other => CompareTo(other),
        _ => throw new ArgumentException($"Must be a {nameof(LocalDateTime)}.", nameof(obj)),
    };

    public override bool Equals(object obj) => Equals(obj as LocalDateTime);

    public override int GetHashCode() => HashCode.Combine(SecondsSinceEpoch, Nanosecond);

    public override string ToString() =>
        $"{Calendar.FormatDate(Year, Month, Day)}T{Calendar.FormatTime(Hour, Minute, Second, Nanosecond)}";

    public static bool operator <(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) < 0;

    public static bool operator >(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) >= 0;
}
