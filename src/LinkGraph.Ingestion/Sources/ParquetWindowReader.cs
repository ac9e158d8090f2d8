using Parquet;
using Parquet.Schema;

namespace LinkGraph.Ingestion.Sources;

/// <summary>Cuts Parquet into windows of rows. A row group's columns are read one after the other, so they must fit in memory.</summary>
internal sealed class ParquetWindowReader : IWindowReader
{
    /// <summary>Most bytes of one column in one row group, uncompressed.</summary>
    private const long MaxColumnBytes = 256L << 20;

    private readonly Source _source;
    private readonly ParquetReader _parquet;
    private readonly DataField[] _columns;
    private readonly int[] _fields;
    private readonly FieldWindowBuilder _builder;
    private readonly Func<long> _inputPosition;
    private ParquetColumn[] _values = [];
    private int _group = -1;
    private long _groupRows;
    private long _row;
    private long _record;

    private ParquetWindowReader(
        Source source, ParquetReader parquet, DataField[] columns, int[] fields, WindowLimits limits, long position, Func<long> inputPosition)
    {
        _source = source;
        _parquet = parquet;
        _columns = columns;
        _fields = fields;
        _record = position;
        _inputPosition = inputPosition;
        _builder = new FieldWindowBuilder(source.Schema, limits);
    }

    public static async ValueTask<ParquetWindowReader> OpenAsync(
        Source source, Stream file, long position, WindowLimits limits, Func<long> inputPosition, CancellationToken cancellationToken)
    {
        ParquetReader parquet = await OpenParquetAsync(source, file, cancellationToken);
        DataField[] all = parquet.Schema.GetDataFields();
        int[] fields = ColumnMap.Make(source.Place, source.Schema, all.Select(column => column.Name));
        DataField[] columns = [.. all.Where((_, index) => fields[index] >= 0)];
        var reader = new ParquetWindowReader(
            source, parquet, columns, [.. fields.Where(field => field >= 0)], limits, position, inputPosition);
        reader.CheckColumns();
        await reader.SkipAsync(position, cancellationToken);
        return reader;
    }

    public async ValueTask<RawWindow?> ReadAsync(int records, CancellationToken cancellationToken)
    {
        while (!_builder.IsFull(records))
        {
            if (_row == _groupRows && !await NextGroupAsync(cancellationToken))
            {
                break;
            }
            _builder.BeginRow(_record + _builder.Count + 1);
            for (int column = 0; column < _values.Length; column++)
            {
                _values[column].CopyTo(_builder, _fields[column], (int)_row);
            }
            _row++;
        }
        RawWindow? window = _builder.Take(_record, _inputPosition());
        _record = window?.EndRecord ?? _record;
        return window;
    }

    public ValueTask DisposeAsync() => _parquet.DisposeAsync();

    private static async ValueTask<ParquetReader> OpenParquetAsync(Source source, Stream file, CancellationToken cancellationToken)
    {
        try
        {
            return await ParquetReader.CreateAsync(file, leaveStreamOpen: false, cancellationToken: cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The library throws whatever the broken bytes led it to.
            await file.DisposeAsync();
            throw new IngestionException($"{source.Place}: not a Parquet file, or a damaged one ({e.Message})", e);
        }
    }

    private void CheckColumns()
    {
        foreach (DataField column in _columns)
        {
            if (column.IsArray || column.MaxRepetitionLevel > 0 || !ParquetColumn.CanRead(column))
            {
                throw new IngestionException($"{_source.Place}: the column {column.Name} is a {column.ClrType.Name} list or of a type that no field has.");
            }
        }
        for (int group = 0; group < _parquet.RowGroupCount; group++)
        {
            using ParquetRowGroupReader rows = _parquet.OpenRowGroupReader(group);
            foreach (DataField column in _columns)
            {
                if (rows.GetMetadata(column)?.MetaData?.TotalUncompressedSize > MaxColumnBytes)
                {
                    throw new IngestionException(
                        $"{_source.Place}: row group {group + 1} has more than {MaxColumnBytes >> 20} MiB in the column {column.Name}; write the file "
                        + "with smaller row groups.");
                }
            }
        }
    }

    private async ValueTask SkipAsync(long records, CancellationToken cancellationToken)
    {
        if (records == 0)
        {
            return;
        }
        long before = 0;
        for (int group = 0; group < _parquet.RowGroupCount; group++)
        {
            using ParquetRowGroupReader rows = _parquet.OpenRowGroupReader(group);
            if (before + rows.RowCount > records)
            {
                _group = group - 1;
                await NextGroupAsync(cancellationToken);
                _row = records - before;
                return;
            }
            before += rows.RowCount;
        }
        if (before < records)
        {
            throw new IngestionException($"{_source.Place}: has {before} records, fewer than the {records} that have been written from it.");
        }
        _group = _parquet.RowGroupCount - 1;
    }

    private async ValueTask<bool> NextGroupAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (_group + 1 >= _parquet.RowGroupCount)
            {
                return false;
            }
            _group++;
            using ParquetRowGroupReader rows = _parquet.OpenRowGroupReader(_group);
            _row = 0;
            _groupRows = rows.RowCount;
            _values = new ParquetColumn[_columns.Length];
            try
            {
                for (int column = 0; column < _columns.Length; column++)
                {
                    _values[column] = await ParquetColumn.ReadAsync(rows, _columns[column], cancellationToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _groupRows = 0;
                _group = _parquet.RowGroupCount;
                throw new SourceDamagedException(_record + _builder.Count + 1, "the row group that begins here is damaged");
            }
        }
        while (_groupRows == 0);
        return true;
    }
}
