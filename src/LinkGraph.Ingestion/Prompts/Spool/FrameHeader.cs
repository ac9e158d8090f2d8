using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace LinkGraph.Ingestion.Prompts.Spool;

/// <summary>What a frame does.</summary>
internal enum FrameKind
{
    /// <summary>Carries the sketches of a batch.</summary>
    Sketches = 1,

    /// <summary>Forgets the batches of its source that come after its number.</summary>
    Drop = 2,
}

/// <summary>
/// The beginning of a frame: a fixed part of <see cref="FixedSize"/> bytes (mark, kind, number, lengths, checksum of all this and of
/// the source) and the source's name. The payload follows, then eight bytes of checksum over it.
/// </summary>
internal readonly record struct FrameHeader(FrameKind Kind, string Source, long Seq, int PayloadLength, ulong Checksum)
{
    public const int FixedSize = 32;
    public const int ChecksumSize = 8;

    /// <summary>In bytes of UTF-8.</summary>
    public const int MaxSourceLength = 1 << 20;

    private const int CheckedSize = FixedSize - ChecksumSize;

    /// <summary>"LGFR"; frames are looked for by it behind a damaged one.</summary>
    public static ReadOnlySpan<byte> Mark => "LGFR"u8;

    /// <summary>Header, source, payload and checksum as one piece.</summary>
    public static byte[] Frame(FrameKind kind, string source, long seq, ReadOnlySpan<byte> payload)
    {
        int sourceLength = Encoding.UTF8.GetByteCount(source);
        if (sourceLength > MaxSourceLength)
        {
            throw new ArgumentException($"The name of a source is limited to {MaxSourceLength} bytes.", nameof(source));
        }
        byte[] frame = new byte[checked(FixedSize + sourceLength + payload.Length + ChecksumSize)];
        Mark.CopyTo(frame);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), (int)kind);
        BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(8), seq);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(16), sourceLength);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(20), payload.Length);
        Encoding.UTF8.GetBytes(source, frame.AsSpan(FixedSize));
        ulong checksum = HeaderChecksum(frame, sourceLength);
        BinaryPrimitives.WriteUInt64LittleEndian(frame.AsSpan(CheckedSize), checksum);
        payload.CopyTo(frame.AsSpan(FixedSize + sourceLength));
        BinaryPrimitives.WriteUInt64LittleEndian(frame.AsSpan(frame.Length - ChecksumSize), PayloadChecksum(payload, checksum));
        return frame;
    }

    /// <summary>The length of the source's name that the fixed part claims; negative where it is no beginning of a frame.</summary>
    public static int SourceLength(ReadOnlySpan<byte> fixedPart) =>
        fixedPart.StartsWith(Mark) ? BinaryPrimitives.ReadInt32LittleEndian(fixedPart[16..]) : -1;

    /// <summary>Reads a header whose fixed part and source are given; null where its checksum is not right.</summary>
    public static FrameHeader? Parse(ReadOnlySpan<byte> bytes)
    {
        int sourceLength = bytes.Length - FixedSize;
        ulong checksum = BinaryPrimitives.ReadUInt64LittleEndian(bytes[CheckedSize..]);
        if (HeaderChecksum(bytes, sourceLength) != checksum)
        {
            return null;
        }
        return new FrameHeader(
            (FrameKind)BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
            Encoding.UTF8.GetString(bytes.Slice(FixedSize, sourceLength)),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]),
            checksum);
    }

    /// <summary>Whether payload and the checksum behind it belong to this header.</summary>
    public bool Fits(ReadOnlySpan<byte> payloadAndChecksum)
    {
        ReadOnlySpan<byte> payload = payloadAndChecksum[..PayloadLength];
        return BinaryPrimitives.ReadUInt64LittleEndian(payloadAndChecksum[PayloadLength..]) == PayloadChecksum(payload, Checksum);
    }

    private static ulong HeaderChecksum(ReadOnlySpan<byte> bytes, int sourceLength)
    {
        XxHash3 hash = new();
        hash.Append(bytes[..CheckedSize]);
        hash.Append(bytes.Slice(FixedSize, sourceLength));
        return hash.GetCurrentHashAsUInt64();
    }

    // Seeded with the header's, so that a payload cannot pass under another header.
    private static ulong PayloadChecksum(ReadOnlySpan<byte> payload, ulong headerChecksum) =>
        XxHash3.HashToUInt64(payload, unchecked((long)headerChecksum));
}
