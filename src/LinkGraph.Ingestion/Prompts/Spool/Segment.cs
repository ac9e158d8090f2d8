using Microsoft.Win32.SafeHandles;

namespace LinkGraph.Ingestion.Prompts.Spool;

/// <summary>Where a frame's payload is.</summary>
internal readonly record struct FramePlace(Segment Segment, FrameHeader Header, long PayloadOffset);

/// <summary>One file of the spool: frames one after the other, only ever appended to.</summary>
internal sealed class Segment : IDisposable
{
    private static ReadOnlySpan<byte> FileMark => "LGSPOOL1"u8;

    private readonly SafeFileHandle _file;

    private Segment(string path, SafeFileHandle file, long length)
    {
        Path = path;
        _file = file;
        Length = length;
    }

    public string Path { get; }

    /// <summary>Bytes up to the end of the last whole frame.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a file; one that a failed attempt left is overwritten.</summary>
    public static Segment Create(string path)
    {
        SafeFileHandle file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, FileOptions.None);
        Segment segment = new(path, file, 0);
        try
        {
            segment.Append(FileMark);
            return segment;
        }
        catch
        {
            segment.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Opens a file and reports its frames in order. A torn frame at the end is cut off if this is the last file, where it is what a
    /// crash leaves; damage anywhere else throws <see cref="InvalidDataException"/>. Payloads are checked when they are read, only the
    /// last one here.
    /// </summary>
    public static Segment Open(string path, bool isLast, Action<FramePlace> found)
    {
        SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, FileOptions.None);
        Segment segment = new(path, file, RandomAccess.GetLength(file));
        try
        {
            segment.ReadFrames(isLast, found);
            return segment;
        }
        catch
        {
            segment.Dispose();
            throw;
        }
    }

    /// <summary>Writes bytes to the end and waits until they are on disk. On failure the file is as it was before.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(_file, bytes, Length);
            RandomAccess.FlushToDisk(_file);
        }
        catch
        {
            RandomAccess.SetLength(_file, Length);
            throw;
        }
        Length += bytes.Length;
    }

    /// <summary>Reads a payload; throws <see cref="InvalidDataException"/> where its checksum is not right.</summary>
    public byte[] ReadPayload(FramePlace place)
    {
        byte[] bytes = new byte[place.Header.PayloadLength + FrameHeader.ChecksumSize];
        return Fill(bytes, place.PayloadOffset) && place.Header.Fits(bytes)
            ? bytes
            : throw Damaged(place.PayloadOffset);
    }

    public void Dispose() => _file.Dispose();

    private void ReadFrames(bool isLast, Action<FramePlace> found)
    {
        byte[] mark = new byte[FileMark.Length];
        if (!Fill(mark, 0) || !mark.AsSpan().SequenceEqual(FileMark))
        {
            // A crash right after the file was made leaves less than the mark.
            if (!isLast || Length > FileMark.Length)
            {
                throw new InvalidDataException($"{Path} is not a prompt spool file of this version.");
            }
            CutOff(0);
            Append(FileMark);
            return;
        }
        long at = FileMark.Length;
        while (at < Length)
        {
            FramePlace? place = ReadHeader(at);
            long end = place is { } p ? p.PayloadOffset + p.Header.PayloadLength + FrameHeader.ChecksumSize : 0;
            bool whole = place is not null && end <= Length && (end < Length || !isLast || PayloadFits(place.Value));
            if (!whole)
            {
                if (!isLast || FrameFollows(at + 1))
                {
                    throw Damaged(at);
                }
                CutOff(at);
                return;
            }
            found(place!.Value);
            at = end;
        }
    }

    private FramePlace? ReadHeader(long at)
    {
        Span<byte> start = stackalloc byte[FrameHeader.FixedSize];
        if (!Fill(start, at))
        {
            return null;
        }
        int sourceLength = FrameHeader.SourceLength(start);
        if (sourceLength is < 0 or > FrameHeader.MaxSourceLength)
        {
            return null;
        }
        byte[] header = new byte[FrameHeader.FixedSize + sourceLength];
        return Fill(header, at) && FrameHeader.Parse(header) is { } parsed
            ? new FramePlace(this, parsed, at + header.Length)
            : null;
    }

    private bool PayloadFits(FramePlace place)
    {
        byte[] bytes = new byte[place.Header.PayloadLength + FrameHeader.ChecksumSize];
        return Fill(bytes, place.PayloadOffset) && place.Header.Fits(bytes);
    }

    /// <summary>Whether a frame begins anywhere behind: then this is no torn end, and cutting it off would lose what was acknowledged.</summary>
    private bool FrameFollows(long at)
    {
        byte[] rest = new byte[Length - at];
        Fill(rest, at);
        for (int i = 0; i < rest.Length; i++)
        {
            int next = rest.AsSpan(i).IndexOf(FrameHeader.Mark);
            if (next < 0)
            {
                return false;
            }
            i += next;
            if (ReadHeader(at + i) is not null)
            {
                return true;
            }
        }
        return false;
    }

    private void CutOff(long length)
    {
        RandomAccess.SetLength(_file, length);
        RandomAccess.FlushToDisk(_file);
        Length = length;
    }

    private bool Fill(Span<byte> bytes, long at)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(_file, bytes, at);
            if (read == 0)
            {
                return false;
            }
            bytes = bytes[read..];
            at += read;
        }
        return true;
    }

    private InvalidDataException Damaged(long at) =>
        new($"The prompt spool file {Path} is damaged at byte {at}. Move the state folder away and ingest again into an empty graph, or restore both from a backup.");
}
