namespace LinkGraph.Output;

/// <summary>Writes records to standard output. Returns how many there were.</summary>
internal abstract class RecordWriter
{
    public static RecordWriter For(OutputFormat format, Terminal terminal) => format switch
    {
        OutputFormat.Json => new JsonRecordWriter(terminal),
        OutputFormat.Csv => new CsvRecordWriter(terminal),
        _ => new TableRecordWriter(terminal),
    };

    public abstract Task<long> WriteAsync(
        IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> records, CancellationToken cancellationToken);
}
