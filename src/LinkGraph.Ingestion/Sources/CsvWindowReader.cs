using Sylvan.Data.Csv;

namespace LinkGraph.Ingestion.Sources;

/// <summary>Cuts CSV (RFC 4180, with a header) into windows of rows.</summary>
internal sealed class CsvWindowReader : IWindowReader
{
    private readonly Utf8TextReader _text;
    private readonly CsvDataReader _csv;
    private readonly int[] _fields;
    private readonly FieldWindowBuilder _builder;
    private readonly Func<long> _inputPosition;
    private long _record;
    private long _line;
    private SourceDamagedException? _damage;

    private CsvWindowReader(
        Utf8TextReader text, CsvDataReader csv, int[] fields, RecordSchema schema, WindowLimits limits, long headerLines, Func<long> inputPosition)
    {
        _text = text;
        _csv = csv;
        _fields = fields;
        _line = headerLines;
        _inputPosition = inputPosition;
        _builder = new FieldWindowBuilder(schema, limits);
    }

    public static async ValueTask<CsvWindowReader> OpenAsync(
        Source source, Stream content, WindowLimits limits, Func<long> inputPosition, CancellationToken cancellationToken)
    {
        var text = new Utf8TextReader(content);
        CsvDataReader csv = await OpenCsvAsync(source, text, limits, cancellationToken);
        int[] fields = ColumnMap.Make(source.Place, source.Schema, Enumerable.Range(0, csv.FieldCount).Select(csv.GetName));
        return new CsvWindowReader(text, csv, fields, source.Schema, limits, headerLines: 1, inputPosition);
    }

    /// <summary>Reads only the header.</summary>
    /// <exception cref="IngestionException">There is none, or it lacks a column.</exception>
    public static async ValueTask CheckAsync(Source source, byte[] head, WindowLimits limits, CancellationToken cancellationToken)
    {
        int end = head.AsSpan().IndexOf((byte)'\n');
        using var header = new Utf8TextReader(new MemoryStream(head, 0, end < 0 ? head.Length : end));
        await using CsvDataReader csv = await OpenCsvAsync(source, header, limits, cancellationToken);
        ColumnMap.Make(source.Place, source.Schema, Enumerable.Range(0, csv.FieldCount).Select(csv.GetName));
    }

    public async ValueTask<RawWindow?> ReadAsync(int records, CancellationToken cancellationToken)
    {
        while (_damage is null && !_builder.IsFull(records) && await NextAsync(cancellationToken))
        {
            _builder.BeginRow(_line + 1);
            TakeRow();
        }
        RawWindow? window = _builder.Take(_record, _inputPosition());
        if (window is null && _damage is not null)
        {
            throw _damage;
        }
        _record = window?.EndRecord ?? _record;
        return window;
    }

    public async ValueTask SkipAsync(long records, CancellationToken cancellationToken)
    {
        for (; _record < records; _record++)
        {
            if (!await NextAsync(cancellationToken))
            {
                throw _damage ?? (Exception)new IngestionException($"has {_record} records, fewer than the {records} that have been written from it.");
            }
            _line += LinesOfRow();
        }
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private static async ValueTask<CsvDataReader> OpenCsvAsync(Source source, Utf8TextReader text, WindowLimits limits, CancellationToken cancellationToken)
    {
        var options = new CsvDataReaderOptions
        {
            Delimiter = ',',
            CsvStyle = CsvStyle.Lax, // one stray quote must not end the file; what it makes of its field is validated like any other
            Comment = '\0',
            BufferSize = 64 * 1024,
            MaxBufferSize = Math.Max(64 * 1024, limits.MaxRecordBytes),
        };
        try
        {
            CsvDataReader csv = await CsvDataReader.CreateAsync(text, options, cancellationToken);
            return csv.GetName(0) is not [Utf8TextReader.Invalid, Utf8TextReader.Invalid, ..] // UTF-16 begins with two bytes that UTF-8 never has
                ? csv
                : throw new IngestionException($"{source.Place}: is not UTF-8.");
        }
        catch (CsvMissingHeadersException e)
        {
            throw new IngestionException($"{source.Place}: is empty; a CSV file begins with a header.", e);
        }
        catch (CsvRecordTooLargeException)
        {
            throw TooLong(line: 2); // the first record is read with the header
        }
    }

    private static SourceDamagedException TooLong(long line) =>
        new(line, "a record that begins here is longer than a record may be; a quote that is never closed?");

    private async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            bool hasRow = await _csv.ReadAsync(cancellationToken);
            if (_text.HasEnded && TearIn(hasRow ? _csv.GetRawRecordSpan() : []) is { } reason)
            {
                _damage = new SourceDamagedException(_line + 1, reason);
            }
            return hasRow && _damage is null;
        }
        catch (CsvRecordTooLargeException)
        {
            _damage = TooLong(_line + 1);
        }
        catch (CsvFormatException)
        {
            _damage = new SourceDamagedException(_line + 1, "malformed CSV: a quote where none may be");
        }
        return false;
    }

    /// <summary>
    /// Why the row at hand is only the beginning of one, or null. Taken now, it would stand in the graph with a value cut short, and what
    /// follows once the file has grown would be passed over. A last row without a line end is complete if it has all its columns.
    /// </summary>
    private string? TearIn(ReadOnlySpan<char> row)
    {
        bool hasEnd = row is [.., '\r' or '\n'];
        bool inQuotes = EndsInQuotes(row);
        if (_text.IsDamaged)
        {
            return hasEnd && !inQuotes ? null : "the compressed data is damaged or ends too early";
        }
        if (inQuotes)
        {
            return "the source ends within quotes in the record that begins here; is it still being written, or is a quote never closed?";
        }
        bool isPart = !hasEnd && !row.IsWhiteSpace() && (_csv.RowFieldCount < _fields.Length || row[^1] == Utf8TextReader.Invalid);
        return isPart ? "the source ends in the middle of a record; is it still being written?" : null;
    }

    private static bool EndsInQuotes(ReadOnlySpan<char> row)
    {
        bool inQuotes = false, atStart = true;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i] != '"')
            {
                atStart = !inQuotes && row[i] == ',';
            }
            else if (!inQuotes)
            {
                inQuotes = atStart;
                atStart = false;
            }
            else if (i + 1 < row.Length && row[i + 1] == '"')
            {
                i++;
            }
            else
            {
                inQuotes = false;
            }
        }
        return inQuotes;
    }

    private void TakeRow()
    {
        if (_csv.GetRawRecordSpan().IsWhiteSpace())
        {
            _builder.SetBlank();
        }
        else if (_csv.RowFieldCount != _fields.Length)
        {
            _builder.Fail($"has {_csv.RowFieldCount} columns, the header has {_fields.Length}");
        }
        else
        {
            TakeFields();
        }
        _line += LinesOfRow();
    }

    private void TakeFields()
    {
        for (int column = 0; column < _fields.Length; column++)
        {
            if (_fields[column] >= 0)
            {
                _builder.Set(_fields[column], _csv.GetFieldSpan(column));
            }
        }
    }

    private int LinesOfRow() => Math.Max(1, _csv.GetRawRecordSpan().Count('\n'));
}
