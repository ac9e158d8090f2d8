using System.Globalization;
using System.Text;

namespace LinkGraph.Storage.Values;

/// <summary>Temporal values as ISO 8601, in the manner of Neo4j.</summary>
internal static class IsoText
{
    public static string Write(Date date)
    {
        var (year, month, day) = date.Parts();
        var sign = year < 0 ? "-" : year > 9999 ? "+" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(year):0000}-{month:00}-{day:00}");
    }

    public static string Write(LocalTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:{time.Second:00}{Fraction(time.Nano)}");

    public static string WriteShort(LocalTime time)
    {
        if (time is { Second: 0, Nano: 0 })
        {
            return string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");
        }

        var fraction = Fraction(time.Nano);
        var padded = fraction.Length == 0 ? fraction : fraction.PadRight(1 + ((fraction.Length + 1) / 3 * 3), '0');
        return string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:{time.Second:00}{padded}");
    }

    public static string Offset(int seconds)
    {
        if (seconds == 0)
        {
            return "Z";
        }

        var size = Math.Abs(seconds);
        var sign = seconds < 0 ? '-' : '+';
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{size / 3600:00}:{size / 60 % 60:00}");
        return size % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{size % 60:00}");
    }

    public static string Write(Duration duration)
    {
        var text = new StringBuilder("P");
        Part(text, duration.Months / 12, 'Y');
        Part(text, duration.Months % 12, 'M');
        Part(text, duration.Days, 'D');
        if (duration.Seconds != 0 || duration.Nanos != 0)
        {
            text.Append('T');
            WriteSeconds(text, duration.Seconds, duration.Nanos);
        }

        return text.Length == 1 ? "PT0S" : text.ToString();
    }

    private static void WriteSeconds(StringBuilder text, long seconds, int nanos)
    {
        // Toward zero, so that every part has the sign of the whole: -0.5 s is held as -1 s and half a second.
        var negative = seconds < 0;
        if (negative && nanos > 0)
        {
            (seconds, nanos) = (seconds + 1, (int)TimeUnits.NanosPerSecond - nanos);
        }

        Part(text, seconds / 3600, 'H');
        Part(text, seconds / 60 % 60, 'M');
        if (seconds % 60 != 0 || nanos != 0)
        {
            var sign = negative ? "-" : "";
            text.Append(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(seconds % 60)}{Fraction(nanos)}S");
        }
    }

    private static void Part(StringBuilder text, long amount, char unit)
    {
        if (amount != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{amount}{unit}");
        }
    }

    private static string Fraction(int nanos) =>
        nanos == 0 ? "" : "." + nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
}
