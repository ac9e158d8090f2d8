namespace LinkGraph.Storage.Values;

/// <summary>A day of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999.</summary>
/// <param name="EpochDay">Days since 1970-01-01.</param>
public readonly record struct Date(long EpochDay) : IComparable<Date>
{
    public const int LeastYear = -999_999_999;
    public const int MostYear = 999_999_999;

    private const int DaysPerEra = 146_097;

    public static long LeastEpochDay { get; } = ToEpochDay(LeastYear, 1, 1);

    public static long MostEpochDay { get; } = ToEpochDay(MostYear, 12, 31);

    public int Year => Parts().Year;

    /// <summary>1 to 12.</summary>
    public int Month => Parts().Month;

    /// <summary>1 to 31.</summary>
    public int Day => Parts().Day;

    /// <summary>1 to 4.</summary>
    public int Quarter => (Month + 2) / 3;

    public int DayOfYear => (int)(EpochDay - ToEpochDay(Year, 1, 1)) + 1;

    /// <summary>The day within its quarter, from 1.</summary>
    public int DayOfQuarter => (int)(EpochDay - ToEpochDay(Year, ((Quarter - 1) * 3) + 1, 1)) + 1;

    /// <summary>ISO 8601: Monday is 1, Sunday 7.</summary>
    public int DayOfWeek => (int)TimeUnits.FloorDivide(EpochDay + 3, 7).Remainder + 1;

    /// <summary>The year to which the ISO week belongs.</summary>
    public int WeekYear => new Date(EpochDay + 4 - DayOfWeek).Year;

    /// <summary>The ISO week, 1 to 53.</summary>
    public int Week => ((new Date(EpochDay + 4 - DayOfWeek).DayOfYear - 1) / 7) + 1;

    public static bool operator <(Date left, Date right) => left.EpochDay < right.EpochDay;

    public static bool operator >(Date left, Date right) => left.EpochDay > right.EpochDay;

    public static bool operator <=(Date left, Date right) => left.EpochDay <= right.EpochDay;

    public static bool operator >=(Date left, Date right) => left.EpochDay >= right.EpochDay;

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static Date Of(long year, long month, long day)
    {
        InRange(year, LeastYear, MostYear, nameof(year));
        InRange(month, 1, 12, nameof(month));
        InRange(day, 1, DaysInMonth((int)year, (int)month), nameof(day));
        return new(ToEpochDay((int)year, (int)month, (int)day));
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static Date OfOrdinal(long year, long dayOfYear)
    {
        InRange(year, LeastYear, MostYear, nameof(year));
        InRange(dayOfYear, 1, IsLeap(year) ? 366 : 365, nameof(dayOfYear));
        return new(ToEpochDay((int)year, 1, 1) + dayOfYear - 1);
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static Date OfWeek(long weekYear, long week, long dayOfWeek)
    {
        InRange(weekYear, LeastYear, MostYear, nameof(weekYear));
        InRange(week, 1, WeeksInYear((int)weekYear), nameof(week));
        InRange(dayOfWeek, 1, 7, nameof(dayOfWeek));
        return OfEpochDay(FirstMonday((int)weekYear) + ((week - 1) * 7) + dayOfWeek - 1);
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public static Date OfQuarter(long year, long quarter, long dayOfQuarter)
    {
        InRange(quarter, 1, 4, nameof(quarter));
        var first = Of(year, ((quarter - 1) * 3) + 1, 1);
        var last = ToEpochDay((int)year, (int)quarter * 3, DaysInMonth((int)year, (int)quarter * 3));
        InRange(dayOfQuarter, 1, last - first.EpochDay + 1, nameof(dayOfQuarter));
        return new(first.EpochDay + dayOfQuarter - 1);
    }

    /// <exception cref="ArgumentOutOfRangeException">Beyond the years that there are.</exception>
    public static Date OfEpochDay(long epochDay)
    {
        InRange(epochDay, LeastEpochDay, MostEpochDay, nameof(epochDay));
        return new(epochDay);
    }

    public static bool IsLeap(long year) => (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    /// <summary>52 or 53.</summary>
    public static int WeeksInYear(int weekYear) => (int)((FirstMonday(weekYear + 1) - FirstMonday(weekYear)) / 7);

    /// <exception cref="ArgumentOutOfRangeException">Beyond the years that there are.</exception>
    /// <exception cref="OverflowException">Far beyond.</exception>
    public Date PlusDays(long days) => OfEpochDay(checked(EpochDay + days));

    /// <summary>A day that the month reached does not have becomes its last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Beyond the years that there are.</exception>
    /// <exception cref="OverflowException">Far beyond.</exception>
    public Date PlusMonths(long months)
    {
        if (months == 0)
        {
            return this;
        }

        var (year, month, day) = Parts();
        var (newYear, monthFromZero) = TimeUnits.FloorDivide(checked((year * 12L) + month - 1 + months), 12);
        InRange(newYear, LeastYear, MostYear, nameof(months));
        var newMonth = (int)monthFromZero + 1;
        return new(ToEpochDay((int)newYear, newMonth, Math.Min(day, DaysInMonth((int)newYear, newMonth))));
    }

    public int CompareTo(Date other) => EpochDay.CompareTo(other.EpochDay);

    /// <summary>Year, month and day at once.</summary>
    public (int Year, int Month, int Day) Parts()
    {
        // Years begin in March, so that the leap day is the last of its year; eras of 400 years are alike.
        var (era, dayOfEra) = TimeUnits.FloorDivide(EpochDay + 719_468, DaysPerEra);
        var day = (int)dayOfEra;
        var yearOfEra = (day - (day / 1460) + (day / 36_524) - (day / (DaysPerEra - 1))) / 365;
        var dayOfYear = day - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfYear) + 2) / 153;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = (int)((era * 400) + yearOfEra) + (month <= 2 ? 1 : 0);
        return (year, month, dayOfYear - (((153 * monthFromMarch) + 2) / 5) + 1);
    }

    /// <summary>As ISO 8601 writes it: 2015-07-21, -0001-01-01, +10000-01-01.</summary>
    public override string ToString() => IsoText.Write(this);

    internal static void InRange(long value, long least, long most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most}.");
        }
    }

    private static long ToEpochDay(int year, int month, int day)
    {
        var (era, yearOfEra) = TimeUnits.FloorDivide(month <= 2 ? year - 1L : year, 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * DaysPerEra) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    /// <summary>The Monday of week 1: the week that holds January 4.</summary>
    private static long FirstMonday(int weekYear)
    {
        var fourth = new Date(ToEpochDay(weekYear, 1, 4));
        return fourth.EpochDay - fourth.DayOfWeek + 1;
    }
}
