using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;
using LinkGraph.Bolt.Server;
using LinkGraph.Storage.Values;

namespace LinkGraph.Embedded;

/// <summary>Reads parameters into the engine's values.</summary>
internal static class ParameterReader
{
    private const long NanosPerDay = 86_400_000_000_000;
    private const long SecondsPerDay = 86_400;

    /// <exception cref="BoltFailureException">A value is none that a query can take.</exception>
    /// <exception cref="PackStreamException">The bytes are no map of values.</exception>
    public static MapValue Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new PackStreamReader(bytes);
        return ReadMap(ref reader);
    }

    private static MapValue ReadMap(ref PackStreamReader reader)
    {
        var size = reader.ReadMapHeader();
        var map = new MapValue(size);
        for (var i = 0; i < size; i++)
        {
            var key = reader.ReadString();
            map.With(key, ReadValue(ref reader));
        }

        return map;
    }

    private static Value ReadValue(ref PackStreamReader reader)
    {
        switch (reader.PeekType())
        {
            case PackStreamType.Boolean:
                return Value.Of(reader.ReadBoolean());
            case PackStreamType.Integer:
                return Value.Of(reader.ReadInteger());
            case PackStreamType.Float:
                return Value.Of(reader.ReadFloat());
            case PackStreamType.String:
                return Value.Of(reader.ReadString());
            case PackStreamType.Bytes:
                return Value.Bytes(reader.ReadBytes().ToArray());
            case PackStreamType.List:
                var items = new Value[reader.ReadListHeader()];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = ReadValue(ref reader);
                }

                return Value.List(items);
            case PackStreamType.Map:
                return Value.Map(ReadMap(ref reader));
            case PackStreamType.Structure:
                return ReadStructure(ref reader);
            default:
                reader.ReadNull();
                return Value.Null;
        }
    }

    private static Value ReadStructure(ref PackStreamReader reader)
    {
        var fields = reader.ReadStructureHeader(out var tag);
        var expected = tag switch
        {
            StructureTag.Date or StructureTag.LocalTime => 1,
            StructureTag.Time or StructureTag.LocalDateTime => 2,
            StructureTag.DateTime or StructureTag.DateTimeZoneId or StructureTag.Point2D => 3,
            StructureTag.Duration or StructureTag.Point3D => 4,
            StructureTag.Node or StructureTag.Relationship or StructureTag.UnboundRelationship or StructureTag.Path => throw Refused(
                "Nodes, relationships and paths cannot be parameters."),
            _ => throw new PackStreamException($"A structure with the unknown tag 0x{tag:X2}."),
        };
        if (fields != expected)
        {
            throw new PackStreamException($"The structure 0x{tag:X2} has {expected} fields, not {fields}.");
        }

        try
        {
            return ReadFields(ref reader, tag);
        }
        catch (Exception impossible) when (impossible is ArgumentException or OverflowException)
        {
            throw Refused("A temporal value or point in the parameters does not exist.");
        }
    }

    private static Value ReadFields(ref PackStreamReader reader, byte tag)
    {
        switch (tag)
        {
            case StructureTag.Date:
                return Value.Of(Date.OfEpochDay(reader.ReadInteger()));
            case StructureTag.LocalTime:
                return Value.Of(new LocalTime(Within(reader.ReadInteger(), 0, NanosPerDay - 1)));
            case StructureTag.Time:
                return Value.Of(Time.Of(new LocalTime(Within(reader.ReadInteger(), 0, NanosPerDay - 1)), reader.ReadInt32()));
            case StructureTag.LocalDateTime:
                return Value.Of(new LocalDateTime(ReadSeconds(ref reader), ReadNanos(ref reader)));
            case StructureTag.DateTime:
                return Value.Of(new ZonedDateTime(ReadSeconds(ref reader), ReadNanos(ref reader), Zone.OfOffset(reader.ReadInt32())));
            case StructureTag.DateTimeZoneId:
                var (second, nano) = (ReadSeconds(ref reader), ReadNanos(ref reader));
                var id = reader.ReadString();
                return Zone.TryFind(id, out var zone)
                    ? Value.Of(new ZonedDateTime(second, nano, zone))
                    : throw Refused($"Illegal zone identifier: \"{id}\"");
            case StructureTag.Duration:
                return Value.Of(new Duration(reader.ReadInteger(), reader.ReadInteger(), reader.ReadInteger(), reader.ReadInteger()));
            case StructureTag.Point2D:
                return Value.Of(ReadPoint(reader.ReadInt32(), reader.ReadFloat(), reader.ReadFloat(), null));
            default:
                return Value.Of(ReadPoint(reader.ReadInt32(), reader.ReadFloat(), reader.ReadFloat(), reader.ReadFloat()));
        }
    }

    private static Point ReadPoint(int srid, double x, double y, double? z)
    {
        var point = new Point(srid, x, y, z ?? 0);
        return point.HasZ == z is not null ? point : throw Refused($"A point of the system {srid} has another number of coordinates.");
    }

    private static long ReadSeconds(ref PackStreamReader reader) =>
        Within(reader.ReadInteger(), Date.LeastEpochDay * SecondsPerDay, ((Date.MostEpochDay + 1) * SecondsPerDay) - 1);

    private static int ReadNanos(ref PackStreamReader reader) => (int)Within(reader.ReadInteger(), 0, 999_999_999);

    private static long Within(long value, long least, long most) =>
        value >= least && value <= most ? value : throw Refused("A temporal value in the parameters is out of range.");

    private static BoltFailureException Refused(string message) => new("Neo.ClientError.Statement.TypeError", message);
}
