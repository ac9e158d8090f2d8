using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace LinkGraph.Ingestion.Prompts.Spool;

/// <summary>A growing buffer for the columns of a frame.</summary>
internal sealed class ByteWriter
{
    // A lone surrogate has no UTF-8: better an error here than an account that comes back under another id.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Varint(ulong value)
    {
        Ensure(10);
        while (value >= 0x80)
        {
            _bytes[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        _bytes[_length++] = (byte)value;
    }

    /// <summary>A number of either sign, small ones in few bytes.</summary>
    public void Signed(long value) => Varint((ulong)(value << 1) ^ (ulong)(value >> 63));

    public void Fixed32(uint value)
    {
        Ensure(4);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_length), value);
        _length += 4;
    }

    public void Text(string value)
    {
        int size = Strict.GetByteCount(value);
        Varint((ulong)size);
        Ensure(size);
        _length += Strict.GetBytes(value, _bytes.AsSpan(_length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int more)
    {
        if (_bytes.Length - _length < more)
        {
            Array.Resize(ref _bytes, Math.Max(checked(_length + more), (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        }
    }
}
