using System.Globalization;

namespace LinkGraph.Resolution.Records;

/// <summary>How alike two different values without words are, 0 to 1. Only their order matters: what each step is worth is learnt.</summary>
internal static class ValueLikeness
{
    /// <summary>Cut short, or misspelt.</summary>
    public static double OfCategories(string a, string b) =>
        a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal) ? 0.95 : Math.Min(0.89, Spelling.Right(a, b));

    /// <summary>One slip, or the same beginning.</summary>
    public static double OfCodes(string a, string b)
    {
        var (slips, same, least) = (Spelling.Slips(a, b), a.AsSpan().CommonPrefixLength(b), Math.Min(a.Length, b.Length));
        return slips == 1 ? 0.95 : same >= least - 2 ? 0.85 : slips == 2 ? 0.75 : same >= least - 3 ? 0.65 : same >= 2 ? 0.45 : 0;
    }

    /// <summary>Year, month and day as eight digits: one wrong, or one of the three.</summary>
    public static double OfDates(string a, string b)
    {
        var slips = Spelling.Slips(a, b);
        if (a.Length != 8 || b.Length != 8)
        {
            return Math.Max(0, 0.5 - (0.1 * slips));
        }

        var (year, month, day) = (a.AsSpan(0, 4).SequenceEqual(b.AsSpan(0, 4)), a.AsSpan(4, 2).SequenceEqual(b.AsSpan(4, 2)), a.AsSpan(6).SequenceEqual(b.AsSpan(6)));
        var parts = (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0);
        return slips == 1 ? 0.95 : parts == 2 ? 0.85 : slips == 2 ? 0.75 : year ? 0.65 : slips <= 3 ? 0.55 : slips <= 4 ? 0.45 : 0;
    }

    /// <summary>The century may be missing: the last two digits decide where one has no more.</summary>
    public static double OfYears(string a, string b)
    {
        var century = a.Length < 4 || b.Length < 4 ? 100 : 10_000;
        var (x, y) = (Year(a) % century, Year(b) % century);
        var apart = Math.Min(Math.Abs(x - y), century - Math.Abs(x - y));
        return apart switch
        {
            0 => 1,
            1 => 0.85,
            2 => 0.75,
            _ => century == 10_000 && Spelling.Slips(a, b) == 1 ? 0.65 : x / 10 == y / 10 || x % 10 == y % 10 ? 0.4 : 0,
        };
    }

    /// <summary>Seconds: rounded, and then further and further apart.</summary>
    public static double OfDurations(double a, double b) => Math.Abs(a - b) switch
    {
        <= 1 => 1,
        <= 2 => 0.95,
        <= 4 => 0.85,
        <= 8 => 0.75,
        <= 16 => 0.65,
        <= 32 => 0.55,
        <= 64 => 0.45,
        _ => 0,
    };

    /// <summary>One digit wrong.</summary>
    public static double OfNumbers(string a, string b) => Spelling.Slips(a, b) == 1 ? 0.5 : 0;

    private static int Year(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;
}
