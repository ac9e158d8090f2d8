using System.Buffers;
using System.Text.Unicode;

namespace LinkGraph.Ingestion.Sources;

/// <summary>Collects the rows of a window. A record longer than the limit keeps its place and loses its text.</summary>
internal sealed class FieldWindowBuilder
{
    private readonly RecordSchema _schema;
    private readonly WindowLimits _limits;
    private readonly BufferPool _pool;
    private byte[] _buffer;
    private FieldSlice[] _slices;
    private List<long> _lines = [];
    private Dictionary<int, string> _faults = [];
    private int _used;
    private int _rowStart;

    public FieldWindowBuilder(RecordSchema schema, WindowLimits limits)
    {
        _schema = schema;
        _limits = limits;
        _pool = new BufferPool(limits.WindowBytes + (2 * limits.MaxRecordBytes));
        _buffer = _pool.Rent();
        _slices = new FieldSlice[1024 * schema.Fields.Count];
    }

    /// <summary>Rows in it.</summary>
    public int Count => _lines.Count;

    public bool IsFull(int records) => Count >= records || _used >= _limits.WindowBytes;

    /// <summary>Begins a row; fields not set are absent.</summary>
    /// <param name="line">Its line, from 1.</param>
    public void BeginRow(long line)
    {
        _lines.Add(line);
        _rowStart = _used;
        int end = Count * _schema.Fields.Count;
        if (end > _slices.Length)
        {
            Array.Resize(ref _slices, _slices.Length * 2);
        }
        _slices.AsSpan(end - _schema.Fields.Count, _schema.Fields.Count).Clear();
    }

    /// <summary>The row at hand is no record.</summary>
    public void Fail(string reason)
    {
        _used = _rowStart;
        _faults[Count - 1] = reason;
    }

    /// <summary>The row at hand is an empty line.</summary>
    public void SetBlank() => _faults[Count - 1] = FieldWindow.Blank;

    public void Set(int field, ReadOnlySpan<char> text)
    {
        int room = _limits.MaxRecordBytes - (_used - _rowStart);
        OperationStatus status = Utf8.FromUtf16(text, _buffer.AsSpan(_used, room), out _, out int written, replaceInvalidSequences: false);
        FieldType type = status switch
        {
            OperationStatus.Done => FieldType.Text,
            OperationStatus.DestinationTooSmall => FieldType.TooLong,
            _ => FieldType.NotUnicode,
        };
        Keep(field, type, type == FieldType.Text ? written : 0);
    }

    public void Set(int field, ReadOnlySpan<byte> utf8)
    {
        FieldType type = utf8.Length > _limits.MaxRecordBytes - (_used - _rowStart) ? FieldType.TooLong
            : Utf8.IsValid(utf8) ? FieldType.Text : FieldType.NotUnicode;
        if (type == FieldType.Text)
        {
            utf8.CopyTo(_buffer.AsSpan(_used));
        }
        Keep(field, type, type == FieldType.Text ? utf8.Length : 0);
    }

    /// <summary>The value is text, but no Unicode.</summary>
    public void SetNotUnicode(int field) => Keep(field, FieldType.NotUnicode, 0);

    /// <summary>The value is of a type that no field has.</summary>
    public void SetOther(int field) => Keep(field, FieldType.Other, 0);

    /// <summary>Forgets the rows.</summary>
    public void Clear()
    {
        _lines = [];
        _faults = [];
        _used = _rowStart = 0;
    }

    /// <summary>The window, null if there are no rows. The builder is empty afterwards.</summary>
    public FieldWindow? Take(long firstRecord, long inputPosition)
    {
        if (Count == 0)
        {
            return null;
        }
        var window = new FieldWindow(_schema, _pool, _buffer, _slices, [.. _lines], _faults)
        {
            FirstRecord = firstRecord,
            Count = Count,
            InputPosition = inputPosition,
        };
        _buffer = _pool.Rent();
        _slices = new FieldSlice[_slices.Length];
        Clear();
        return window;
    }

    private void Keep(int field, FieldType type, int length)
    {
        _slices[((Count - 1) * _schema.Fields.Count) + field] = new FieldSlice(_used, length, type);
        _used += length;
    }
}
