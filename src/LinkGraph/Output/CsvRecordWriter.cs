using System.Data;
using LinkGraph.Files;
using Sylvan.Data.Csv;

namespace LinkGraph.Output;

/// <summary>CSV with a header; lists and maps as JSON, null as nothing.</summary>
internal sealed class CsvRecordWriter(Terminal terminal) : RecordWriter
{
    private const int RowsAtATime = 1_000;

    public override async Task<long> WriteAsync(
        IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> records, CancellationToken cancellationToken)
    {
        long count = 0;
        using var table = new DataTable();
        foreach (string column in columns)
            table.Columns.Add(column);
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            table.Rows.Add([.. record.Select(v => v is null ? null : GraphValue.ToText(v))]);
            if (++count % RowsAtATime == 0)
                await FlushAsync(table, header: count == RowsAtATime, cancellationToken);
        }
        if (columns.Count > 0 && (table.Rows.Count > 0 || count == 0))
            await FlushAsync(table, header: count < RowsAtATime, cancellationToken);
        return count;
    }

    private async Task FlushAsync(DataTable table, bool header, CancellationToken cancellationToken)
    {
        var text = new StringWriter();
        var options = CsvTable.WriterOptions;
        options.WriteHeaders = header;
        await using (var csv = CsvDataWriter.Create(text, options))
        await using (var reader = table.CreateDataReader())
            await csv.WriteAsync(reader, cancellationToken);
        await terminal.Out.WriteAsync(text.GetStringBuilder(), cancellationToken);
        table.Clear();
    }
}
