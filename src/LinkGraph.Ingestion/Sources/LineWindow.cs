using System.Text.Unicode;

namespace LinkGraph.Ingestion.Sources;

/// <summary>A window of NDJSON lines.</summary>
internal sealed class LineWindow(BufferPool pool, byte[] buffer, LineIndex lines, int used, RecordSchema schema) : RawWindow
{
    private readonly JsonLineParser _parser = new(schema);
    private byte[]? _buffer = buffer;
    private bool _validated;
    private bool _allValid;

    public override ReadOutcome Read(int index, RawRecord record)
    {
        byte[] data = _buffer ?? throw new ObjectDisposedException(nameof(LineWindow));
        if (!_validated)
        {
            // One pass over all bytes is several times cheaper than one for each line.
            _allValid = Utf8.IsValid(data.AsSpan(0, used));
            _validated = true;
        }
        (int start, int end) = lines[index];
        if (start < 0)
        {
            record.Fail(-1, "line is too long");
            return ReadOutcome.Malformed;
        }
        if (end > start && data[end - 1] == '\r')
        {
            end--;
        }
        bool isObject = end > start && data[start] == '{';
        if (!isObject && data.AsSpan(start, end - start).IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
        {
            return ReadOutcome.Blank;
        }
        if (!_allValid && !Utf8.IsValid(data.AsSpan(start, end - start)))
        {
            record.Fail(-1, "not UTF-8");
            return ReadOutcome.Malformed;
        }
        return _parser.Parse(data, start, end - start, record) ? ReadOutcome.Record : ReadOutcome.Malformed;
    }

    public override void Dispose()
    {
        if (_buffer is not null)
        {
            pool.Return(_buffer);
            _buffer = null;
        }
    }
}
