using System.Globalization;
using System.Text;
using Neo4j.Driver;
using NodaTime;
using Duration = Neo4j.Driver.Duration;
using LocalDate = Neo4j.Driver.LocalDate;
using LocalDateTime = Neo4j.Driver.LocalDateTime;
using LocalTime = Neo4j.Driver.LocalTime;
using OffsetTime = Neo4j.Driver.OffsetTime;
using ZonedDateTime = Neo4j.Driver.ZonedDateTime;

namespace LinkGraph.TckTests.Targets;

/// <summary>Temporal values as Cypher's toString writes them; the driver's own texts are longer.</summary>
public static class TemporalText
{
    private const int NanosPerSecond = 1_000_000_000;

    public static string Of(LocalDate date) => Date(date.Year, date.Month, date.Day);

    public static string Of(LocalTime time) => Time(time.Hour, time.Minute, time.Second, time.Nanosecond);

    public static string Of(OffsetTime time) => Time(time.Hour, time.Minute, time.Second, time.Nanosecond) + Offset(time.OffsetSeconds);

    public static string Of(LocalDateTime moment) =>
        Date(moment.Year, moment.Month, moment.Day) + "T" + Time(moment.Hour, moment.Minute, moment.Second, moment.Nanosecond);

    public static string Of(ZonedDateTime moment)
    {
        if (moment.Zone is not ZoneId zone)
            return Of(moment.LocalDateTime) + Offset(moment.OffsetSeconds);
        // The driver's offset is .NET's: cut to whole minutes, and for times of old as the system's own zone data happen to be.
        var offset = DateTimeZoneProviders.Tzdb[zone.Id].GetUtcOffset(Instant.FromUnixTimeSeconds(moment.UtcSeconds)).Seconds;
        var local = moment.OffsetSeconds == offset
            ? moment.LocalDateTime
            : new ZonedDateTime(moment.UtcSeconds, moment.Nanosecond, Zone.Of(offset)).LocalDateTime;
        return $"{Of(local)}{Offset(offset)}[{zone.Id}]";
    }

    /// <summary>Years and months, days, hours, minutes and seconds, each with its own sign and only where not zero.</summary>
    public static string Of(Duration duration)
    {
        var text = new StringBuilder("P");
        void Part(long value, char unit)
        {
            if (value != 0)
                text.Append(CultureInfo.InvariantCulture, $"{value}{unit}");
        }
        Part(duration.Months / 12, 'Y');
        Part(duration.Months % 12, 'M');
        Part(duration.Days, 'D');
        if (duration.Seconds != 0 || duration.Nanos != 0)
        {
            text.Append('T');
            // The driver's nanoseconds always point forward; the text's point as the seconds do.
            var backward = duration.Seconds < 0 && duration.Nanos > 0;
            var seconds = backward ? duration.Seconds + 1 : duration.Seconds;
            var nanos = backward ? NanosPerSecond - duration.Nanos : duration.Nanos;
            Part(seconds / 3600, 'H');
            Part(seconds % 3600 / 60, 'M');
            var rest = seconds % 60;
            if (rest != 0 || nanos != 0)
            {
                var sign = backward && rest == 0 ? "-" : "";
                text.Append(CultureInfo.InvariantCulture, $"{sign}{rest}{Fraction(nanos)}S");
            }
        }
        return text.Length == 1 ? "PT0S" : text.ToString();
    }

    private static string Date(int year, int month, int day)
    {
        var sign = year < 0 ? "-" : year > 9999 ? "+" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs((long)year):0000}-{month:00}-{day:00}");
    }

    private static string Time(int hour, int minute, int second, int nanos)
    {
        var rest = second == 0 && nanos == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{second:00}{Fraction(nanos)}");
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}{rest}");
    }

    private static string Fraction(int nanos) =>
        nanos == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{nanos:000000000}").TrimEnd('0');

    private static string Offset(int seconds)
    {
        if (seconds == 0)
            return "Z";
        var size = Math.Abs(seconds);
        var rest = size % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size % 60:00}");
        return string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}{rest}");
    }
}
