using Spectre.Console;

namespace LinkGraph.Output;

/// <summary>A table. Its width depends on all rows, so that they are held in memory; JSON and CSV stream.</summary>
internal sealed class TableRecordWriter(Terminal terminal) : RecordWriter
{
    public override async Task<long> WriteAsync(
        IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> records, CancellationToken cancellationToken)
    {
        long count = 0;
        var table = new Table { Border = TableBorder.Simple };
        foreach (string column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(Printable.Line(column))));
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            count++;
            for (int i = 0; i < record.Count; i++)
            {
                if (GraphValue.IsNumber(record[i]))
                    table.Columns[i].RightAligned();
            }
            table.AddRow([.. record.Select(v => new Text(GraphValue.ToCell(v)))]);
        }
        if (columns.Count > 0)
            terminal.OutConsole.Write(table);
        return count;
    }
}
