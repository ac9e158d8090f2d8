using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Cypher's DATE.</summary>
public sealed class LocalDate : TemporalValue, IEquatable<LocalDate>, IComparable, IComparable<LocalDate>
{
    public LocalDate(DateTime date)
        : this(date.Year, date.Month, date.Day)
    {
    }

    public LocalDate(DateOnly date)
        : this(date.Year, date.Month, date.Day)
    {
    }

    public LocalDate(int year, int month, int day)
    {
        Calendar.CheckDate(year, month, day);
        (Year, Month, Day) = (year, month, day);
    }

    internal LocalDate(long daysSinceEpoch) => (Year, Month, Day) = Calendar.Date(daysSinceEpoch);

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    internal long DaysSinceEpoch => Calendar.DaysSinceEpoch(Year, Month, Day);

    /// <exception cref="ValueOverflowException">The year is not 1 to 9999.</exception>
    public DateTime ToDateTime()
    {
        Calendar.CheckClrYear(Year, nameof(DateTime));
        return new DateTime(Year, Month, Day);
    }

    /// <exception cref="ValueOverflowException">The year is not 1 to 9999.</exception>
    public DateOnly ToDateOnly()
    {
        Calendar.CheckClrYear(Year, nameof(DateOnly));
        return new DateOnly(Year, Month, Day);
    }

    public bool Equals(LocalDate other) => other is not null && (Year, Month, Day) == (other.Year, other.Month, other.Day);

    public int CompareTo(LocalDate other) => other is null ? 1 : (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    public int CompareTo(object obj) => obj switch
    {
        null => 1,
        LocalDate other => CompareTo(other),
        _ => throw new ArgumentException($"Must be a {nameof(LocalDate)}.", nameof(obj)),
    };

    public override bool Equals(object obj) => Equals(obj as LocalDate);

    public override int GetHashCode() => HashCode.Combine(Year, Month, Day);

    public override string ToString() => Calendar.FormatDate(Year, Month, Day);

    public static bool operator <(LocalDate left, LocalDate right) => left.CompareTo(right) < 0;

    public static bool operator >(LocalDate left, LocalDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(LocalDate left, LocalDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LocalDate left, LocalDate right) => left.CompareTo(right) >= 0;
}
