namespace LinkGraph.Ingestion.Sources;

/// <summary>
/// Cuts a stream into windows of lines. Bytes are read in blocks straight into a window's buffer and split at line feeds; a line
/// longer than the limit is thrown away while it is read, so memory does not depend on the input.
/// </summary>
internal sealed class NdjsonReader : IWindowReader
{
    private const int BlockBytes = 1 << 20;
    private readonly Stream _stream;
    private readonly RecordSchema _schema;
    private readonly WindowLimits _limits;
    private readonly BufferPool _pool;
    private readonly Func<long> _inputPosition;
    private byte[] _carry = [];
    private long _record;
    private long _offset;
    private bool _dropping;
    private bool _ended;
    private SourceDamagedException? _damage;

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The content, decompressed; owned.</param>
    /// <param name="schema">Of the records.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="start">Where the stream stands already.</param>
    /// <param name="inputPosition">Bytes of the input consumed so far, for progress.</param>
    public NdjsonReader(Stream stream, RecordSchema schema, WindowLimits limits, StartAt start, Func<long> inputPosition)
    {
        _stream = stream;
        _schema = schema;
        _limits = limits;
        _record = start.Position;
        _offset = start.Offset;
        _inputPosition = inputPosition;
        _pool = new BufferPool(limits.WindowBytes + (2 * limits.MaxRecordBytes) + BlockBytes);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public async ValueTask<RawWindow?> ReadAsync(int records, CancellationToken cancellationToken)
    {
        if (_damage is not null)
        {
            throw _damage;
        }
        byte[] buffer = _pool.Rent();
        var cut = new Cut(buffer, records, _limits, _dropping);
        try
        {
            _carry.CopyTo(buffer, 0);
            cut.Add(_carry.Length);
            _carry = [];
            if (_record == 0 && _offset == 0)
            {
                cut.Add(await ReadBeginningAsync(buffer, cancellationToken).ConfigureAwait(false));
            }
            while (!cut.IsFull && !_ended)
            {
                int room = Math.Min(BlockBytes, buffer.Length - cut.Filled);
                int read = await ReadBlockAsync(buffer.AsMemory(cut.Filled, room), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    _ended = true;
                    if (cut.EndsWithinRecord)
                    {
                        // Taken now, its beginning and, once the file has grown, its rest would both be rejected.
                        _damage ??= new SourceDamagedException(0, "the source ends in the middle of a record; is it still being written?");
                    }
                    cut.End(keepLastLine: _damage is null);
                }
                else
                {
                    cut.Add(read);
                }
            }
        }
        catch
        {
            _pool.Return(buffer);
            throw;
        }
        return Window(buffer, cut);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <summary>Reads over the first records of a stream that cannot be sought.</summary>
    public async ValueTask SkipAsync(long records, CancellationToken cancellationToken)
    {
        while (_record < records)
        {
            using RawWindow? window = await ReadAsync((int)Math.Min(1 << 20, records - _record), cancellationToken).ConfigureAwait(false);
            if (window is null)
            {
                throw new IngestionException($"has {_record} records, fewer than the {records} that have been written from it.");
            }
        }
    }

    private async ValueTask<int> ReadBlockAsync(Memory<byte> block, CancellationToken cancellationToken)
    {
        try
        {
            return await _stream.ReadAsync(block, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            _damage = new SourceDamagedException(0, "the compressed data is damaged or ends too early");
            return 0;
        }
    }

    /// <summary>Reads the first bytes, without the byte order mark that some programs put there.</summary>
    private async ValueTask<int> ReadBeginningAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        int filled = 0;
        for (int read = 1; filled < 3 && read > 0; filled += read)
        {
            read = await ReadBlockAsync(buffer.AsMemory(filled, 3 - filled), cancellationToken).ConfigureAwait(false);
        }
        if (!buffer.AsSpan(0, filled).SequenceEqual(ByteOrderMark))
        {
            return filled;
        }
        _offset = filled;
        return 0;
    }

    private LineWindow? Window(byte[] buffer, Cut cut)
    {
        _carry = buffer.AsSpan(cut.Kept, cut.Filled - cut.Kept).ToArray();
        _dropping = cut.Dropping;
        if (_damage is not null)
        {
            _damage = new SourceDamagedException(_record + cut.Lines.Count + 1, _damage.Message);
        }
        if (cut.Lines.Count == 0)
        {
            _pool.Return(buffer);
            return _damage is null ? null : throw _damage;
        }
        _offset += cut.Consumed;
        var window = new LineWindow(_pool, buffer, cut.Lines, cut.Kept, _schema)
        {
            FirstRecord = _record,
            Count = cut.Lines.Count,
            EndOffset = _offset,
            InputPosition = _inputPosition(),
        };
        _record += cut.Lines.Count;
        return window;
    }

    /// <summary>The lines of a window as they become complete in its buffer.</summary>
    private sealed class Cut(byte[] buffer, int records, WindowLimits limits, bool dropping)
    {
        private int _scanned;
        private long _dropped;

        public LineIndex Lines { get; } = new();

        /// <summary>Bytes in the buffer.</summary>
        public int Filled { get; private set; }

        /// <summary>Of those, the bytes of complete lines; behind them is the beginning of the next line.</summary>
        public int Kept { get; private set; }

        /// <summary>A line too long to keep is being read over.</summary>
        public bool Dropping { get; private set; } = dropping;

        public bool IsFull => Lines.Count == records || Kept >= limits.WindowBytes;

        /// <summary>Bytes of the source that belong to the lines of this window.</summary>
        public long Consumed => Kept + _dropped;

        /// <summary>What stands behind the last complete line is the beginning of a record, as far as it goes.</summary>
        public bool EndsWithinRecord => !Dropping && JsonLineParser.IsBeginning(buffer.AsSpan(Kept, Filled - Kept));

        public void Add(int bytes)
        {
            Filled += bytes;
            while (!IsFull)
            {
                int feed = buffer.AsSpan(_scanned, Filled - _scanned).IndexOf((byte)'\n');
                if (feed < 0)
                {
                    _scanned = Filled;
                    if (Dropping || Filled - Kept > limits.MaxRecordBytes)
                    {
                        Dropping = true;
                        Drop(Filled);
                    }
                    return;
                }
                int end = _scanned + feed;
                if (Dropping || end - Kept > limits.MaxRecordBytes)
                {
                    Dropping = false;
                    Lines.AddTooLong();
                    Drop(end + 1);
                }
                else
                {
                    Lines.Add(Kept, end);
                    _scanned = Kept = end + 1;
                }
            }
        }

        /// <summary>The source has ended: what is there is the last line, unless the source is damaged.</summary>
        public void End(bool keepLastLine)
        {
            if (!keepLastLine)
            {
                return;
            }
            if (Dropping)
            {
                Dropping = false;
                Lines.AddTooLong();
            }
            else if (Filled > Kept)
            {
                Lines.Add(Kept, Filled);
                _scanned = Kept = Filled;
            }
        }

        private void Drop(int end)
        {
            Buffer.BlockCopy(buffer, end, buffer, Kept, Filled - end);
            _dropped += end - Kept;
            Filled -= end - Kept;
            _scanned = Kept;
        }
    }
}
