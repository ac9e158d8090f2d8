using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Journal;

/// <summary>Reads what <see cref="ValueWriter"/> wrote.</summary>
internal static class ValueReader
{
    /// <exception cref="InvalidDataException">It was not written by <see cref="ValueWriter"/>.</exception>
    public static Value ReadValue(this BinaryReader reader) => (ValueCode)reader.ReadByte() switch
    {
        ValueCode.Null => Value.Null,
        ValueCode.False => Value.False,
        ValueCode.True => Value.True,
        ValueCode.Integer => Value.Of(reader.Read7BitEncodedInt64()),
        ValueCode.Float => Value.Of(reader.ReadDouble()),
        ValueCode.String => Value.Of(reader.ReadString()),
        ValueCode.WideString => Value.Of(new string(MemoryMarshal.Cast<byte, char>(reader.ReadBlock(sizeof(char))))),
        ValueCode.List => Value.List(reader.ReadItems()),
        ValueCode.Bytes => Value.Bytes(reader.ReadBlock(1)),
        ValueCode.Date => Value.Of(new Date(reader.Read7BitEncodedInt64())),
        ValueCode.LocalTime => Value.Of(new LocalTime(reader.Read7BitEncodedInt64())),
        ValueCode.Time => Value.Of(new Time(new(reader.Read7BitEncodedInt64()), reader.Read7BitEncodedInt())),
        ValueCode.LocalDateTime => Value.Of(new LocalDateTime(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt())),
        ValueCode.OffsetDateTime => Value.Of(
            new ZonedDateTime(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt(), Zone.OfOffset(reader.Read7BitEncodedInt()))),
        ValueCode.ZonedDateTime => Value.Of(new ZonedDateTime(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt(), reader.ReadZone())),
        ValueCode.Duration => Value.Of(new Duration(
            reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64())),
        ValueCode.Point => Value.Of(new Point(reader.Read7BitEncodedInt(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble())),
        var code => throw new InvalidDataException($"No value begins with {(byte)code}."),
    };

    private static Value[] ReadItems(this BinaryReader reader)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new InvalidDataException("Lists lie too deep in one another.");
        }

        var items = new List<Value>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            items.Add(reader.ReadValue());
        }

        return [.. items];
    }

    /// <summary>Nothing is allocated for bytes that are not there.</summary>
    private static byte[] ReadBlock(this BinaryReader reader, int size)
    {
        var length = (long)reader.Read7BitEncodedInt() * size;
        return length >= 0 && length <= reader.BaseStream.Length - reader.BaseStream.Position
            ? reader.ReadBytes((int)length)
            : throw new InvalidDataException($"A value of {length} bytes is longer than its record.");
    }

    private static Zone ReadZone(this BinaryReader reader)
    {
        var id = reader.ReadString();
        return Zone.TryFind(id, out var zone) ? zone : throw new InvalidDataException($"The time zone `{id}` is unknown here.");
    }
}
