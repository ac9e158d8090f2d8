using System.Text.Json;

namespace LinkGraph.Output;

/// <summary>A JSON array of objects, one a line.</summary>
internal sealed class JsonRecordWriter(Terminal terminal) : RecordWriter
{
    public override async Task<long> WriteAsync(
        IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> records, CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            var fields = columns.Index().ToDictionary(c => c.Item, c => GraphValue.ToPlain(record[c.Index]));
            await terminal.Out.WriteAsync(count++ == 0 ? "[" : ",\n ");
            await terminal.Out.WriteAsync(JsonSerializer.Serialize(fields, Json.Compact));
        }
        await terminal.Out.WriteLineAsync(count == 0 ? "[]" : "]");
        return count;
    }
}
