using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace LinkGraph.Bolt.PackStream;

/// <summary>
/// Writes PackStream values, each in its smallest form, into one growing buffer. Not safe for use by two threads at once.
/// </summary>
public sealed class PackStreamWriter
{
    /// <summary>No UTF-16 unit needs more than three bytes of UTF-8.</summary>
    private const int LongestCharInUtf8 = 3;

    private byte[] _buffer;
    private int _position;

    /// <param name="capacity">Bytes to start with.</param>
    public PackStreamWriter(int capacity = 4096) => _buffer = new byte[Math.Max(capacity, 64)];

    /// <summary>How many bytes have been written.</summary>
    public int Length => _position;

    /// <summary>What has been written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _position);

    /// <summary>Forgets what has been written, and gives back a buffer larger than <paramref name="keepCapacity"/> bytes.</summary>
    public void Clear(int keepCapacity = int.MaxValue)
    {
        _position = 0;
        if (_buffer.Length > keepCapacity)
            _buffer = new byte[Math.Max(keepCapacity, 64)];
    }

    public void WriteNull() => WriteByte(Marker.Null);

    public void WriteBoolean(bool value) => WriteByte(value ? Marker.True : Marker.False);

    public void WriteInteger(long value)
    {
        var span = Room(9);
        switch (value)
        {
            case >= Marker.SmallestTinyInteger and <= sbyte.MaxValue:
                span[0] = (byte)value;
                _position += 1;
                break;
            case >= sbyte.MinValue and <= sbyte.MaxValue:
                span[0] = Marker.Int8;
                span[1] = (byte)value;
                _position += 2;
                break;
            case >= short.MinValue and <= short.MaxValue:
                span[0] = Marker.Int16;
                BinaryPrimitives.WriteInt16BigEndian(span[1..], (short)value);
                _position += 3;
                break;
            case >= int.MinValue and <= int.MaxValue:
                span[0] = Marker.Int32;
                BinaryPrimitives.WriteInt32BigEndian(span[1..], (int)value);
                _position += 5;
                break;
            default:
                span[0] = Marker.Int64;
                BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
                _position += 9;
                break;
        }
    }

    public void WriteFloat(double value)
    {
        var span = Room(9);
        span[0] = Marker.Float64;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
        _position += 9;
    }

    /// <summary>Lone surrogates, which UTF-8 cannot hold, become U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        // The header's length depends on the encoded size: a string that can have one header only is encoded behind it, others are measured first.
        var (fewest, most) = (value.Length, value.Length * LongestCharInUtf8);
        if (most <= Marker.LargestTiny || (fewest > Marker.LargestTiny && most <= byte.MaxValue))
        {
            var header = most <= Marker.LargestTiny ? 1 : 2;
            var span = Room(header + most);
            var size = Encoding.UTF8.GetBytes(value, span[header..]);
            span[0] = header == 1 ? (byte)(Marker.TinyString | size) : Marker.String8;
            if (header == 2)
                span[1] = (byte)size;
            _position += header + size;
            return;
        }
        var length = Encoding.UTF8.GetByteCount(value);
        WriteSize(length, Marker.TinyString, Marker.String8, Marker.String16, Marker.String32);
        Encoding.UTF8.GetBytes(value, Room(length));
        _position += length;
    }

    /// <summary>A string whose UTF-8 bytes are known.</summary>
    public void WriteStringBytes(ReadOnlySpan<byte> utf8)
    {
        WriteSize(utf8.Length, Marker.TinyString, Marker.String8, Marker.String16, Marker.String32);
        WriteRaw(utf8);
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        var span = Room(5);
        switch (value.Length)
        {
            case <= byte.MaxValue:
                span[0] = Marker.Bytes8;
                span[1] = (byte)value.Length;
                _position += 2;
                break;
            case <= ushort.MaxValue:
                span[0] = Marker.Bytes16;
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)value.Length);
                _position += 3;
                break;
            default:
                span[0] = Marker.Bytes32;
                BinaryPrimitives.WriteInt32BigEndian(span[1..], value.Length);
                _position += 5;
                break;
        }
        WriteRaw(value);
    }

    /// <summary>Writes a value of .NET that PackStream has a simple type for.</summary>
    /// <returns>False, and nothing is written, if it has none.</returns>
    /// <exception cref="OverflowException">An integer needs more than 64 bits with its sign.</exception>
    public bool TryWriteSimple([NotNullWhen(false)] object? value)
    {
        switch (value)
        {
            case null:
                WriteNull();
                return true;
            case string text:
                WriteString(text);
                return true;
            case long integer:
                WriteInteger(integer);
                return true;
            case int integer:
                WriteInteger(integer);
                return true;
            case bool boolean:
                WriteBoolean(boolean);
                return true;
            case double real:
                WriteFloat(real);
                return true;
            case float real:
                WriteFloat(real);
                return true;
            case decimal real:
                WriteFloat((double)real);
                return true;
            case sbyte or byte or short or ushort or uint or ulong:
                WriteInteger(((IConvertible)value).ToInt64(null));
                return true;
            case char character:
                WriteString([character]);
                return true;
            case byte[] bytes:
                WriteBytes(bytes);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Must be followed by <paramref name="items"/> values.</summary>
    public void WriteListHeader(int items) => WriteSize(items, Marker.TinyList, Marker.List8, Marker.List16, Marker.List32);

    /// <summary>Must be followed by <paramref name="pairs"/> pairs of a string and a value.</summary>
    public void WriteMapHeader(int pairs) => WriteSize(pairs, Marker.TinyMap, Marker.Map8, Marker.Map16, Marker.Map32);

    /// <summary>Must be followed by <paramref name="fields"/> values, at most 15.</summary>
    public void WriteStructureHeader(byte tag, int fields)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fields, 15);
        ArgumentOutOfRangeException.ThrowIfNegative(fields);
        var span = Room(2);
        span[0] = (byte)(Marker.TinyStructure | fields);
        span[1] = tag;
        _position += 2;
    }

    /// <summary>Bytes that are PackStream already, or none of it (a handshake, a chunk header).</summary>
    public void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _position += bytes.Length;
    }

    /// <summary>Takes back everything from <paramref name="length"/> on.</summary>
    internal void Truncate(int length) => _position = length;

    /// <summary>Makes room for <paramref name="bytes"/> more at the end and gives all from <paramref name="start"/> to change.</summary>
    internal Span<byte> Extend(int start, int bytes)
    {
        Room(bytes);
        _position += bytes;
        return _buffer.AsSpan(start, _position - start);
    }

    private void WriteSize(int size, byte tiny, byte marker8, byte marker16, byte marker32)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var span = Room(5);
        switch (size)
        {
            case <= Marker.LargestTiny:
                span[0] = (byte)(tiny | size);
                _position += 1;
                break;
            case <= byte.MaxValue:
                span[0] = marker8;
                span[1] = (byte)size;
                _position += 2;
                break;
            case <= ushort.MaxValue:
                span[0] = marker16;
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)size);
                _position += 3;
                break;
            default:
                span[0] = marker32;
                BinaryPrimitives.WriteInt32BigEndian(span[1..], size);
                _position += 5;
                break;
        }
    }

    private void WriteByte(byte value)
    {
        Room(1)[0] = value;
        _position++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int bytes)
    {
        if (bytes > _buffer.Length - _position)
            Grow(bytes);
        return _buffer.AsSpan(_position);
    }

    private void Grow(int bytes)
    {
        var needed = (long)_position + bytes;
        if (needed > Array.MaxLength)
            throw new InvalidOperationException($"A message of {needed} bytes is larger than one buffer can be ({Array.MaxLength}).");
        Array.Resize(ref _buffer, (int)Math.Min(Math.Max(needed, 2L * _buffer.Length), Array.MaxLength));
    }
}
