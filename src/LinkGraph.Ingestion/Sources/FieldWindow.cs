namespace LinkGraph.Ingestion.Sources;

/// <summary>A window of rows whose columns are known: CSV, Parquet, SQL.</summary>
internal sealed class FieldWindow(
    RecordSchema schema, BufferPool pool, byte[] buffer, FieldSlice[] slices, long[] lines, IReadOnlyDictionary<int, string> faults) : RawWindow
{
    /// <summary>In place of a fault: the row is an empty line.</summary>
    public const string Blank = "";

    private byte[]? _buffer = buffer;

    public override ReadOutcome Read(int index, RawRecord record)
    {
        if (faults.TryGetValue(index, out string? fault))
        {
            if (fault.Length == 0)
            {
                return ReadOutcome.Blank;
            }
            record.Fail(-1, fault);
            return ReadOutcome.Malformed;
        }
        record.Reset(_buffer ?? throw new ObjectDisposedException(nameof(FieldWindow)), untyped: true);
        int columns = schema.Fields.Count;
        for (int field = 0; field < columns; field++)
        {
            record.Set(field, slices[(index * columns) + field]);
        }
        return ReadOutcome.Record;
    }

    public override long LineOf(int index) => lines[index];

    public override void Dispose()
    {
        if (_buffer is not null)
        {
            pool.Return(_buffer);
            _buffer = null;
        }
    }
}
