using System.IO.Compression;
using LinkGraph.Hosting;
using Sylvan.Data.Csv;

namespace LinkGraph.Files;

/// <summary>A small CSV file with a header, <c>.gz</c> or not, of which some columns are wanted.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly FileInfo _file;
    private readonly CsvDataReader _reader;
    private readonly int[] _columns;

    private CsvTable(FileInfo file, CsvDataReader reader, int[] columns) => (_file, _reader, _columns) = (file, reader, columns);

    public static CsvDataWriterOptions WriterOptions => new() { NewLine = "\n" };

    /// <summary>The value of a wanted column in the current row.</summary>
    public string this[int column] => _reader.GetString(_columns[column]);

    /// <exception cref="UsageException">The file is not there or lacks a column.</exception>
    public static CsvTable Open(FileInfo file, params string[] columns)
    {
        if (!file.Exists)
            throw new UsageException($"There is no file {file.FullName}.");
        Stream stream = file.OpenRead();
        if (file.Extension == ".gz")
            stream = new GZipStream(stream, CompressionMode.Decompress);
        var reader = Create(file, stream);
        int[] ordinals = [.. columns.Select(c => Ordinal(reader, c))];
        if (Array.IndexOf(ordinals, -1) is var missing && missing >= 0)
        {
            reader.Dispose();
            throw new UsageException($"{file.FullName} has no column {columns[missing]}: its first line must name {string.Join(", ", columns)}.");
        }
        return new CsvTable(file, reader, ordinals);
    }

    public bool Read()
    {
        try
        {
            return _reader.Read();
        }
        catch (Exception exception) when (exception is CsvFormatException or InvalidDataException)
        {
            throw new UsageException($"{_file.FullName} cannot be read after row {_reader.RowNumber}: {exception.Message}");
        }
    }

    /// <summary>What is wrong with the current row.</summary>
    public UsageException Error(string what) => new($"{_file.FullName}, row {_reader.RowNumber} {what}.");

    public void Dispose() => _reader.Dispose();

    private static CsvDataReader Create(FileInfo file, Stream stream)
    {
        try
        {
            return CsvDataReader.Create(new StreamReader(stream));
        }
        catch (Exception exception) when (exception is CsvMissingHeadersException or CsvFormatException or InvalidDataException)
        {
            stream.Dispose();
            throw new UsageException($"{file.FullName} is no CSV file with a header: {exception.Message}");
        }
    }

    private static int Ordinal(CsvDataReader reader, string column)
    {
        for (int i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetName(i) == column)
                return i;
        }
        return -1;
    }
}
