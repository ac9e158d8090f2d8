#nullable enable
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;

namespace Neo4j.Driver.Internal.Values;

internal static class TemporalReader
{
    // Seconds of Cypher's first and last year, with a day to spare for offsets.
    private static readonly long SmallestSecond = Calendar.SecondsSinceEpoch(Calendar.MinYear, 1, 1, 0, 0, 0) - Calendar.SecondsPerDay;
    private static readonly long LargestSecond = Calendar.SecondsSinceEpoch(Calendar.MaxYear, 12, 31, 23, 59, 59) + Calendar.SecondsPerDay;

    public static TemporalValue Read(ref PackStreamReader reader, int fields, byte tag)
    {
        try
        {
            switch (tag)
            {
                case StructureTag.Date:
                    ValueReader.CheckFields(nameof(StructureTag.Date), fields, 1);
                    return new LocalDate(
                        Check(reader.ReadInteger(), SmallestSecond / Calendar.SecondsPerDay, LargestSecond / Calendar.SecondsPerDay));
                case StructureTag.LocalTime:
                    ValueReader.CheckFields(nameof(StructureTag.LocalTime), fields, 1);
                    return new LocalTime(Check(reader.ReadInteger(), 0, Calendar.NanosPerDay - 1));
                case StructureTag.Time:
                    ValueReader.CheckFields(nameof(StructureTag.Time), fields, 2);
                    var time = new LocalTime(Check(reader.ReadInteger(), 0, Calendar.NanosPerDay - 1));
                    return new OffsetTime(time.Hour, time.Minute, time.Second, time.Nanosecond, reader.ReadInt32());
                case StructureTag.LocalDateTime:
                    ValueReader.CheckFields(nameof(StructureTag.LocalDateTime), fields, 2);
                    return new LocalDateTime(ReadSeconds(ref reader), ReadNanos(ref reader));
                case StructureTag.DateTime:
                    ValueReader.CheckFields(nameof(StructureTag.DateTime), fields, 3);
                    return new ZonedDateTime(ReadSeconds(ref reader), ReadNanos(ref reader), new ZoneOffset(reader.ReadInt32()));
                case StructureTag.DateTimeZoneId:
                    ValueReader.CheckFields(nameof(StructureTag.DateTimeZoneId), fields, 3);
                    return new ZonedDateTime(ReadSeconds(ref reader), ReadNanos(ref reader), new ZoneId(reader.ReadString()));
                case StructureTag.Duration:
                    ValueReader.CheckFields(nameof(StructureTag.Duration), fields, 4);
                    return new Duration(reader.ReadInteger(), reader.ReadInteger(), reader.ReadInteger(), ReadNanos(ref reader));
                default:
                    throw new PackStreamException($"A structure with the unknown tag 0x{tag:X2}.");
            }
        }
        catch (ArgumentException impossible)
        {
            throw new PackStreamException("A temporal value that does not exist.", impossible);
        }
    }

    private static long ReadSeconds(ref PackStreamReader reader) => Check(reader.ReadInteger(), SmallestSecond, LargestSecond);

    private static int ReadNanos(ref PackStreamReader reader) => (int)Check(reader.ReadInteger(), 0, Calendar.NanosPerSecond - 1);

    private static long Check(long value, long smallest, long largest) => value >= smallest && value <= largest
        ? value
        : throw new PackStreamException($"A temporal value is out of range: {value} is not between {smallest} and {largest}.");
}
