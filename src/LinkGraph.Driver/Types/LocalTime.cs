using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Cypher's LOCAL TIME.</summary>
public sealed class LocalTime : TemporalValue, IEquatable<LocalTime>, IComparable, IComparable<LocalTime>
{
    public LocalTime(DateTime time)
        : this(time.TimeOfDay)
    {
    }

    public LocalTime(TimeOnly time)
        : this(time.ToTimeSpan())
    {
    }

    public LocalTime(TimeSpan time)
        : this(time.Hours, time.Minutes, time.Seconds, Calendar.NanosOfSecond(time.Ticks))
    {
    }

    public LocalTime(int hour, int minute, int second)
        : this(hour, minute, second, 0)
    {
    }

    public LocalTime(int hour, int minute, int second, int nanosecond)
    {
        Calendar.CheckTime(hour, minute, second, nanosecond);
        (Hour, Minute, Second, Nanosecond) = (hour, minute, second, nanosecond);
    }

    internal LocalTime(long nanosOfDay)
    {
        var seconds = (int)(nanosOfDay / Calendar.NanosPerSecond);
        (Hour, Minute, Second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        Nanosecond = (int)(nanosOfDay % Calendar.NanosPerSecond);
    }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Nanosecond { get; }

    internal long NanosOfDay => Calendar.NanosOfDay(Hour, Minute, Second, Nanosecond);

    /// <exception cref="ValueTruncationException">.NET has 100 ns at the finest.</exception>
    public TimeSpan ToTimeSpan() =>
        new TimeSpan(Hour, Minute, Second) + TimeSpan.FromTicks(Calendar.WholeTicks(Nanosecond, nameof(TimeSpan)));

    /// <exception cref="ValueTruncationException">.NET has 100 ns at the finest.</exception>
    public TimeOnly ToTimeOnly() => TimeOnly.FromTimeSpan(ToTimeSpan());

    public bool Equals(LocalTime other) => other is not null && NanosOfDay == other.NanosOfDay;

    public int CompareTo(LocalTime other) => other is null ? 1 : NanosOfDay.CompareTo(other.NanosOfDay);

    public int CompareTo(object obj) => obj switch
    {
        null => 1,
        LocalTime other => CompareTo(other),
        _ => throw new ArgumentException($"Must be a {nameof(LocalTime)}.", nameof(obj)),
    };

    public override bool Equals(object obj) => Equals(obj as LocalTime);

    public override int GetHashCode() => NanosOfDay.GetHashCode();

    public override string ToString() => Calendar.FormatTime(Hour, Minute, Second, Nanosecond);

    public static bool operator <(LocalTime left, LocalTime right) => left.CompareTo(right) < 0;

    public static bool operator >(LocalTime left, LocalTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(LocalTime left, LocalTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LocalTime left, LocalTime right) => left.CompareTo(right) >= 0;
}
