using System.Buffers.Binary;
using System.Text;

namespace LinkGraph.Ingestion.Prompts.Spool;

/// <summary>Reads what <see cref="ByteWriter"/> wrote. Throws <see cref="InvalidDataException"/> where the bytes end too soon or make no number.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public readonly bool AtEnd => _at == _bytes.Length;

    public ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64 && _at < _bytes.Length; shift += 7)
        {
            byte b = _bytes[_at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
        throw Damaged();
    }

    public long Signed()
    {
        ulong value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number that must not exceed <paramref name="limit"/>.</summary>
    public int Count(int limit)
    {
        ulong value = Varint();
        return value <= (ulong)limit ? (int)value : throw Damaged();
    }

    public uint Fixed32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public string Text() => Encoding.UTF8.GetString(Take(Count(_bytes.Length)));

    public static InvalidDataException Damaged() => new("The columns of the frame do not fit together.");

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _bytes.Length - _at)
        {
            throw Damaged();
        }
        _at += length;
        return _bytes.Slice(_at - length, length);
    }
}
