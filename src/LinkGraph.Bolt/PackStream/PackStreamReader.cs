using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace LinkGraph.Bolt.PackStream;

/// <summary>
/// Reads PackStream values, one after another, from the bytes of a whole message. Sizes are checked against the bytes that are there
/// before anything is allocated, so that a hostile size costs nothing. Every method throws <see cref="PackStreamException"/> on bytes
/// that are not what it reads.
/// </summary>
public ref struct PackStreamReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>How many bytes are left.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>How many bytes have been read.</summary>
    public readonly int Position => _position;

    /// <summary>The kind of the next value, which stays unread.</summary>
    public readonly PackStreamType PeekType()
    {
        if (_position >= _bytes.Length)
            ThrowTruncated();
        var marker = _bytes[_position];
        switch (marker & 0xF0)
        {
            case Marker.TinyString:
                return PackStreamType.String;
            case Marker.TinyList:
                return PackStreamType.List;
            case Marker.TinyMap:
                return PackStreamType.Map;
            case Marker.TinyStructure:
                return PackStreamType.Structure;
            case < 0x80 or 0xF0:
                return PackStreamType.Integer;
            default:
                return marker switch
                {
                    Marker.Null => PackStreamType.Null,
                    Marker.Float64 => PackStreamType.Float,
                    Marker.False or Marker.True => PackStreamType.Boolean,
                    >= Marker.Int8 and <= Marker.Int64 => PackStreamType.Integer,
                    >= Marker.Bytes8 and <= Marker.Bytes32 => PackStreamType.Bytes,
                    >= Marker.String8 and <= Marker.String32 => PackStreamType.String,
                    >= Marker.List8 and <= Marker.List32 => PackStreamType.List,
                    >= Marker.Map8 and <= Marker.Map32 => PackStreamType.Map,
                    _ => throw new PackStreamException($"Unknown PackStream marker 0x{marker:X2} at byte {_position}."),
                };
        }
    }

    public void ReadNull()
    {
        if (Next() != Marker.Null)
            ThrowUnexpected(PackStreamType.Null);
    }

    public bool ReadBoolean()
    {
        switch (Next())
        {
            case Marker.True:
                return true;
            case Marker.False:
                return false;
            default:
                ThrowUnexpected(PackStreamType.Boolean);
                return default;
        }
    }

    public long ReadInteger()
    {
        var marker = Next();
        if ((sbyte)marker >= Marker.SmallestTinyInteger)
            return (sbyte)marker;
        switch (marker)
        {
            case Marker.Int8:
                return (sbyte)Take(1)[0];
            case Marker.Int16:
                return BinaryPrimitives.ReadInt16BigEndian(Take(2));
            case Marker.Int32:
                return BinaryPrimitives.ReadInt32BigEndian(Take(4));
            case Marker.Int64:
                return BinaryPrimitives.ReadInt64BigEndian(Take(8));
            default:
                ThrowUnexpected(PackStreamType.Integer);
                return default;
        }
    }

    /// <summary>An integer that fits in 32 bits.</summary>
    public int ReadInt32()
    {
        var value = ReadInteger();
        if (value is < int.MinValue or > int.MaxValue)
            throw new PackStreamException($"The integer {value} before byte {_position} is larger than its place allows.");
        return (int)value;
    }

    public double ReadFloat()
    {
        if (Next() != Marker.Float64)
            ThrowUnexpected(PackStreamType.Float);
        return BinaryPrimitives.ReadDoubleBigEndian(Take(8));
    }

    public string ReadString()
    {
        var utf8 = ReadStringBytes();
        if (utf8.IsEmpty)
            return string.Empty;
        try
        {
            return Utf8.GetString(utf8);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new PackStreamException($"The string before byte {_position} is not valid UTF-8.", invalid);
        }
    }

    /// <summary>The UTF-8 bytes of a string, not checked to be valid, inside the message.</summary>
    public ReadOnlySpan<byte> ReadStringBytes()
    {
        var marker = Next();
        if ((marker & 0xF0) == Marker.TinyString)
            return Take(marker & 0x0F);
        var size = marker switch
        {
            Marker.String8 => ReadSize8(),
            Marker.String16 => ReadSize16(),
            Marker.String32 => ReadSize32(),
            _ => -1,
        };
        if (size < 0)
            ThrowUnexpected(PackStreamType.String);
        return Take(size);
    }

    /// <summary>The bytes of a byte array, inside the message.</summary>
    public ReadOnlySpan<byte> ReadBytes()
    {
        var size = Next() switch
        {
            Marker.Bytes8 => ReadSize8(),
            Marker.Bytes16 => ReadSize16(),
            Marker.Bytes32 => ReadSize32(),
            _ => -1,
        };
        if (size < 0)
            ThrowUnexpected(PackStreamType.Bytes);
        return Take(size);
    }

    /// <summary>The number of items that follow.</summary>
    public int ReadListHeader()
    {
        var marker = Next();
        var size = (marker & 0xF0) == Marker.TinyList
            ? marker & 0x0F
            : marker switch
            {
                Marker.List8 => ReadSize8(),
                Marker.List16 => ReadSize16(),
                Marker.List32 => ReadSize32(),
                _ => -1,
            };
        if (size < 0)
            ThrowUnexpected(PackStreamType.List);
        CheckItems(size);
        return size;
    }

    /// <summary>The number of key and value pairs that follow.</summary>
    public int ReadMapHeader()
    {
        var marker = Next();
        var size = (marker & 0xF0) == Marker.TinyMap
            ? marker & 0x0F
            : marker switch
            {
                Marker.Map8 => ReadSize8(),
                Marker.Map16 => ReadSize16(),
                Marker.Map32 => ReadSize32(),
                _ => -1,
            };
        if (size < 0)
            ThrowUnexpected(PackStreamType.Map);
        CheckItems(2L * size);
        return size;
    }

    /// <summary>The number of fields that follow, and what they are fields of.</summary>
    public int ReadStructureHeader(out byte tag)
    {
        var marker = Next();
        if ((marker & 0xF0) != Marker.TinyStructure)
            ThrowUnexpected(PackStreamType.Structure);
        tag = Next();
        var size = marker & 0x0F;
        CheckItems(size);
        return size;
    }

    /// <summary>Passes over one value, whatever it is and holds.</summary>
    public void Skip()
    {
        for (long values = 1; values > 0; values--)
        {
            switch (PeekType())
            {
                case PackStreamType.Null or PackStreamType.Boolean:
                    Next();
                    break;
                case PackStreamType.Integer:
                    ReadInteger();
                    break;
                case PackStreamType.Float:
                    ReadFloat();
                    break;
                case PackStreamType.Bytes:
                    ReadBytes();
                    break;
                case PackStreamType.String:
                    ReadStringBytes();
                    break;
                case PackStreamType.List:
                    values += ReadListHeader();
                    break;
                case PackStreamType.Map:
                    values += 2L * ReadMapHeader();
                    break;
                default:
                    values += ReadStructureHeader(out _);
                    break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Next()
    {
        if ((uint)_position >= (uint)_bytes.Length)
            ThrowTruncated();
        return _bytes[_position++];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Take(int size)
    {
        if (size > _bytes.Length - _position)
            ThrowTruncated();
        var taken = _bytes.Slice(_position, size);
        _position += size;
        return taken;
    }

    private int ReadSize8() => Take(1)[0];

    private int ReadSize16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    private int ReadSize32()
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(Take(4));
        if (size > int.MaxValue)
            throw new PackStreamException($"A size of {size} before byte {_position} is larger than any message.");
        return (int)size;
    }

    /// <summary>Every value takes a byte at least, so a size beyond the bytes left is a lie.</summary>
    private readonly void CheckItems(long items)
    {
        if (items > Remaining)
            ThrowTruncated();
    }

    [DoesNotReturn]
    private readonly void ThrowTruncated() =>
        throw new PackStreamException($"The message ends after {_bytes.Length} bytes, in the middle of a value.");

    [DoesNotReturn]
    private readonly void ThrowUnexpected(PackStreamType expected) =>
        throw new PackStreamException($"Expected {expected} but found the marker 0x{_bytes[_position - 1]:X2} at byte {_position - 1}.");
}
