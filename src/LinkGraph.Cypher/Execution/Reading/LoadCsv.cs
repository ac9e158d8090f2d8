using LinkGraph.Storage.Values;
using Sylvan.Data.Csv;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>The lines of a file, one after the other: lists of texts, or maps by the names in the first line. An empty field is null, one between quotes an empty text.</summary>
internal sealed class LoadCsv(Operator input, Evaluator url, int slot, bool headers, char terminator) : Operator
{
    /// <summary>No line is longer, in characters.</summary>
    private const int LongestLine = 1 << 26;

    public override string Name => "LoadCSV";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            var given = url(state, row);
            var path = ImportFile.Find(state.ImportFolder, given.IsString ? given.AsString() : throw CypherErrors.Type("LOAD CSV takes the URL as a string."));
            using var text = new StreamReader(path);
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, Delimiter = terminator, MaxBufferSize = LongestLine });
            var (names, line) = ((string?[]?)null, 0L);
            while (Read(csv))
            {
                state.Check();
                var raw = csv.GetRawRecordSpan().TrimEnd("\r\n");
                line += 1 + raw.Count('\n');
                if (raw.IsEmpty)
                {
                    continue;
                }

                (state.Functions.CsvFile, state.Functions.CsvLine) = (path, line);
                var fields = Fields(csv, raw);
                if (headers && names is null)
                {
                    names = fields;
                    continue;
                }

                row[slot] = names is null ? Value.List(Array.ConvertAll(fields, Text)) : Named(names, fields);
                yield return r;
            }
        }
    }

    /// <exception cref="CypherException">The file is broken.</exception>
    private static bool Read(CsvDataReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception e) when (e is CsvFormatException or IOException)
        {
            throw CypherErrors.ExternalResourceFailed($"Line {csv.RowNumber + 1} of the file cannot be read: {e.Message}");
        }
    }

    private string?[] Fields(CsvDataReader csv, ReadOnlySpan<char> raw)
    {
        var fields = new string?[csv.RowFieldCount];
        for (var (i, at) = (0, 0); i < fields.Length; i++)
        {
            var quoted = at < raw.Length && raw[at] == '"';
            fields[i] = csv.GetString(i) is var text && (text.Length > 0 || quoted) ? text : null;
            at = After(raw, at, quoted);
        }

        return fields;
    }

    /// <summary>Where the next field begins.</summary>
    private int After(ReadOnlySpan<char> raw, int at, bool quoted)
    {
        if (quoted)
        {
            for (at++; at < raw.Length && (raw[at] != '"' || (at + 1 < raw.Length && raw[at + 1] == '"')); at++)
            {
                at += raw[at] == '"' ? 1 : 0;
            }
        }

        var end = at < raw.Length ? raw[at..].IndexOf(terminator) : -1;
        return end < 0 ? raw.Length : at + end + 1;
    }

    private static Value Text(string? field) => field is null ? Value.Null : Value.Of(field);

    private static Value Named(string?[] names, string?[] fields)
    {
        var map = new MapValue(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            map.With(names[i] ?? "", i < fields.Length ? Text(fields[i]) : Value.Null);
        }

        return Value.Map(map);
    }
}
