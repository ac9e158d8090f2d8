#nullable enable
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;

namespace Neo4j.Driver.Internal.Values;

/// <summary>Writes temporal values, .NET's and the driver's own, in the form of Bolt 5 (zoned ones in UTC).</summary>
internal static class TemporalWriter
{
    public static bool TryWrite(PackStreamWriter writer, object value)
    {
        switch (value)
        {
            case DateTimeOffset moment:
                WriteZoned(
                    writer, moment.ToUnixTimeSeconds(), Calendar.NanosOfSecond(moment.UtcTicks), (int)moment.Offset.TotalSeconds);
                return true;
            case DateTime { Kind: DateTimeKind.Utc } moment:
                TryWrite(writer, new DateTimeOffset(moment));
                return true;
            case DateTime dateTime:
                WriteLocalDateTime(
                    writer, Calendar.FloorDivide(dateTime.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond),
                    Calendar.NanosOfSecond(dateTime.Ticks));
                return true;
            case DateOnly date:
                WriteDate(writer, date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
                return true;
            case TimeOnly time:
                WriteLocalTime(writer, time.Ticks * Calendar.NanosPerTick);
                return true;
            // A time of day, as in the official driver; a length of time is a Duration.
            case TimeSpan time when time >= TimeSpan.Zero && time < TimeSpan.FromDays(1):
                WriteLocalTime(writer, time.Ticks * Calendar.NanosPerTick);
                return true;
            case TimeSpan time:
                throw new ProtocolException($"The {nameof(TimeSpan)} {time} is no time of day; give a {nameof(Duration)} for a length of time.");
            case ZonedDateTime { Zone: ZoneOffset zone } zoned:
                WriteZoned(writer, zoned.UtcSeconds, zoned.Nanosecond, zone.OffsetSeconds);
                return true;
            case ZonedDateTime { Zone: ZoneId zone } zoned:
                writer.WriteStructureHeader(StructureTag.DateTimeZoneId, 3);
                writer.WriteInteger(zoned.UtcSeconds);
                writer.WriteInteger(zoned.Nanosecond);
                writer.WriteString(zone.Id);
                return true;
            case LocalDateTime dateTime:
                WriteLocalDateTime(writer, dateTime.SecondsSinceEpoch, dateTime.Nanosecond);
                return true;
            case LocalDate date:
                WriteDate(writer, date.DaysSinceEpoch);
                return true;
            case LocalTime time:
                WriteLocalTime(writer, time.NanosOfDay);
                return true;
            case OffsetTime time:
                writer.WriteStructureHeader(StructureTag.Time, 2);
                writer.WriteInteger(time.NanosOfDay);
                writer.WriteInteger(time.OffsetSeconds);
                return true;
            case Duration duration:
                WriteDuration(writer, duration);
                return true;
            default:
                return false;
        }
    }

    private static void WriteDate(PackStreamWriter writer, long daysSinceEpoch)
    {
        writer.WriteStructureHeader(StructureTag.Date, 1);
        writer.WriteInteger(daysSinceEpoch);
    }

    private static void WriteLocalTime(PackStreamWriter writer, long nanosOfDay)
    {
        writer.WriteStructureHeader(StructureTag.LocalTime, 1);
        writer.WriteInteger(nanosOfDay);
    }

    private static void WriteLocalDateTime(PackStreamWriter writer, long seconds, int nanosecond)
    {
        writer.WriteStructureHeader(StructureTag.LocalDateTime, 2);
        writer.WriteInteger(seconds);
        writer.WriteInteger(nanosecond);
    }

    private static void WriteZoned(PackStreamWriter writer, long utcSeconds, int nanosecond, int offsetSeconds)
    {
        writer.WriteStructureHeader(StructureTag.DateTime, 3);
        writer.WriteInteger(utcSeconds);
        writer.WriteInteger(nanosecond);
        writer.WriteInteger(offsetSeconds);
    }

    private static void WriteDuration(PackStreamWriter writer, Duration duration)
    {
        writer.WriteStructureHeader(StructureTag.Duration, 4);
        writer.WriteInteger(duration.Months);
        writer.WriteInteger(duration.Days);
        writer.WriteInteger(duration.Seconds);
        writer.WriteInteger(duration.Nanos);
    }
}
