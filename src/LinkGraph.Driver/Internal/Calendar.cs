#nullable enable
using System.Globalization;

namespace Neo4j.Driver.Internal;

/// <summary>The proleptic Gregorian calendar over Cypher's range, years -999,999,999 to 999,999,999, of which .NET's types hold a part.</summary>
internal static class Calendar
{
    public const int MinYear = -999_999_999;
    public const int MaxYear = 999_999_999;
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = 86_400 * NanosPerSecond;
    public const int NanosPerTick = 100;
    public const int SecondsPerDay = 86_400;

    /// <summary>18 hours, the largest offset that Cypher knows.</summary>
    public const int MaxOffset = 64_800;

    public static long DaysSinceEpoch(long year, int month, int day)
    {
        // Years are counted from March, so that the leap day is the last one; 400 of them are an era of 146,097 days.
        if (month <= 2)
            year--;
        var era = FloorDivide(year, 400);
        var yearOfEra = year - era * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    public static (int Year, int Month, int Day) Date(long daysSinceEpoch)
    {
        var days = daysSinceEpoch + 719_468;
        var era = FloorDivide(days, 146_097);
        var dayOfEra = days - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
        var month = (int)(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return (checked((int)year), month, day);
    }

    public static long SecondsSinceEpoch(int year, int month, int day, int hour, int minute, int second) =>
        DaysSinceEpoch(year, month, day) * SecondsPerDay + hour * 3600 + minute * 60 + second;

    public static long NanosOfDay(int hour, int minute, int second, int nanosecond) =>
        (hour * 3600 + minute * 60 + second) * NanosPerSecond + nanosecond;

    public static int NanosOfSecond(long ticks) => (int)(FloorModulo(ticks, TimeSpan.TicksPerSecond) * NanosPerTick);

    public static long FloorDivide(long value, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(value, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    public static long FloorModulo(long value, long divisor) => value - FloorDivide(value, divisor) * divisor;

    public static void CheckDate(int year, int month, int day)
    {
        Check(year, MinYear, MaxYear, nameof(year));
        Check(month, 1, 12, nameof(month));
        // Leap years repeat every 400 years.
        Check(day, 1, DateTime.DaysInMonth((int)FloorModulo(year, 400) + 400, month), nameof(day));
    }

    public static void CheckTime(int hour, int minute, int second, int nanosecond)
    {
        Check(hour, 0, 23, nameof(hour));
        Check(minute, 0, 59, nameof(minute));
        Check(second, 0, 59, nameof(second));
        Check(nanosecond, 0, 999_999_999, nameof(nanosecond));
    }

    public static void CheckOffset(int offsetSeconds) => Check(offsetSeconds, -MaxOffset, MaxOffset, nameof(offsetSeconds));

    /// <summary>Ticks of a number of nanoseconds.</summary>
    /// <exception cref="ValueTruncationException">They are no whole number of ticks.</exception>
    public static int WholeTicks(int nanosecond, string type)
    {
        if (nanosecond % NanosPerTick != 0)
            throw new ValueTruncationException($"{nanosecond} ns are no whole number of 100 ns, the precision of {type}.");
        return nanosecond / NanosPerTick;
    }

    /// <exception cref="ValueOverflowException">.NET has years 1 to 9999 only.</exception>
    public static void CheckClrYear(int year, string type)
    {
        if (year is < 1 or > 9999)
            throw new ValueOverflowException($"The year {year} is out of the range of {type}.");
    }

    public static string FormatDate(int year, int month, int day)
    {
        var sign = year < 0 ? "-" : year > 9999 ? "+" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs((long)year):0000}-{month:00}-{day:00}");
    }

    public static string FormatTime(int hour, int minute, int second, int nanosecond)
    {
        var fraction = nanosecond == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{nanosecond:000000000}");
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:{second:00}{fraction}");
    }

    public static string FormatOffset(int offsetSeconds)
    {
        if (offsetSeconds == 0)
            return "Z";
        var offset = Math.Abs(offsetSeconds);
        var seconds = offset % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{offset % 60:00}");
        return string.Create(
            CultureInfo.InvariantCulture, $"{(offsetSeconds < 0 ? '-' : '+')}{offset / 3600:00}:{offset / 60 % 60:00}{seconds}");
    }

    private static void Check(int value, int smallest, int largest, string name)
    {
        if (value < smallest || value > largest)
            throw new ArgumentOutOfRangeException(name, value, $"Must be between {smallest} and {largest}.");
    }
}
