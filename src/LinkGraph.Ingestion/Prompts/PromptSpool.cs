using System.Globalization;
using LinkGraph.Ingestion.Prompts.Spool;

namespace LinkGraph.Ingestion.Prompts;

/// <summary>
/// The spool as files in a state folder: a log of frames, never rewritten. What replaces or drops a batch is a later frame. It holds
/// account ids, times and hashes of word runs, no words. Safe to kill at any moment. One process at a time owns the folder.
/// </summary>
public sealed class PromptSpool : IPromptSpool, IDisposable
{
    private const string LockName = "spool.lock";
    private const string SegmentPattern = "spool-*.seg";

    private readonly string _folder;
    private readonly long _segmentSize;
    private readonly FileStream _ownership;
    private readonly List<Segment> _segments = [];
    private readonly Dictionary<string, SortedDictionary<long, FramePlace>> _batches = new(StringComparer.Ordinal);
    private readonly ByteWriter _writer = new();
    private readonly Lock _gate = new();

    /// <summary>Opens the spool in a folder, which is made if need be.</summary>
    /// <param name="folder">The state folder.</param>
    /// <param name="segmentSize">A file that has reached this many bytes is followed by a new one.</param>
    /// <exception cref="IOException">Another process owns the folder, or it cannot be used.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, other than by a torn last frame.</exception>
    public PromptSpool(string folder, long segmentSize = 64 << 20)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        _segmentSize = segmentSize;
        Directory.CreateDirectory(_folder);
        _ownership = Own(Path.Combine(_folder, LockName));
        try
        {
            string[] paths = Directory.GetFiles(_folder, SegmentPattern);
            Array.Sort(paths, StringComparer.Ordinal);
            for (int i = 0; i < paths.Length; i++)
            {
                if (!string.Equals(paths[i], SegmentPath(i), StringComparison.Ordinal))
                {
                    throw new InvalidDataException($"The prompt spool lacks its file {SegmentPath(i)}.");
                }
                _segments.Add(Segment.Open(paths[i], isLast: i == paths.Length - 1, Apply));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Append(string source, long seq, SketchBatch sketches)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        ArgumentNullException.ThrowIfNull(sketches);
        lock (_gate)
        {
            _writer.Clear();
            SketchCodec.Encode(sketches, _writer);
            Write(FrameKind.Sketches, source, seq, _writer.Written);
        }
    }

    /// <inheritdoc/>
    public long? LastSeq(string source)
    {
        lock (_gate)
        {
            return _batches.TryGetValue(source, out SortedDictionary<long, FramePlace>? batches) && batches.Count > 0
                ? batches.Keys.Last()
                : null;
        }
    }

    /// <inheritdoc/>
    public void DropAfter(string source, long seq)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        lock (_gate)
        {
            if (_batches.TryGetValue(source, out SortedDictionary<long, FramePlace>? batches) && batches.Keys.Any(s => s > seq))
            {
                Write(FrameKind.Drop, source, seq, []);
            }
        }
    }

    /// <summary>The batches kept now, to be read while the spool is open. What is appended later is not among them.</summary>
    public ISketchReader Read()
    {
        lock (_gate)
        {
            return new Reader([.. _batches.Values.SelectMany(batches => batches.Values)
                .OrderBy(place => place.Segment.Path, StringComparer.Ordinal).ThenBy(place => place.PayloadOffset)]);
        }
    }

    /// <summary>Closes the files and gives the folder free.</summary>
    public void Dispose()
    {
        foreach (Segment segment in _segments)
        {
            segment.Dispose();
        }
        _ownership.Dispose();
    }

    private static FileStream Own(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException error)
        {
            throw new IOException(
                $"The state folder of {path} is in use by another LinkGraph process: wait for it to end, or give this one a folder of its own.", error);
        }
    }

    private string SegmentPath(int index) =>
        Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"spool-{index + 1:D8}.seg"));

    private void Write(FrameKind kind, string source, long seq, ReadOnlySpan<byte> payload)
    {
        if (_segments.Count == 0 || _segments[^1].Length >= _segmentSize)
        {
            _segments.Add(Segment.Create(SegmentPath(_segments.Count)));
        }
        Segment segment = _segments[^1];
        byte[] frame = FrameHeader.Frame(kind, source, seq, payload);
        long payloadOffset = segment.Length + frame.Length - FrameHeader.ChecksumSize - payload.Length;
        segment.Append(frame);
        FrameHeader header = FrameHeader.Parse(frame.AsSpan(0, frame.Length - FrameHeader.ChecksumSize - payload.Length))!.Value;
        Apply(new FramePlace(segment, header, payloadOffset));
    }

    private void Apply(FramePlace place)
    {
        FrameHeader header = place.Header;
        if (!_batches.TryGetValue(header.Source, out SortedDictionary<long, FramePlace>? batches))
        {
            _batches[header.Source] = batches = [];
        }
        switch (header.Kind)
        {
            case FrameKind.Sketches:
                batches[header.Seq] = place;
                break;
            case FrameKind.Drop:
                foreach (long seq in batches.Keys.Where(s => s > header.Seq).ToList())
                {
                    batches.Remove(seq);
                }
                break;
            default:
                throw new InvalidDataException($"{place.Segment.Path} was written by a newer version of LinkGraph.");
        }
    }

    private sealed class Reader(FramePlace[] places) : ISketchReader
    {
        public int BatchCount => places.Length;

        public long AnchorBound { get; } = places.Sum(place => (long)place.Header.PayloadLength) / SketchCodec.LeastAnchorSize;

        public SketchBatch ReadBatch(int index)
        {
            FramePlace place = places[index];
            byte[] payload = place.Segment.ReadPayload(place);
            return SketchCodec.Decode(payload.AsSpan(0, place.Header.PayloadLength));
        }
    }
}
