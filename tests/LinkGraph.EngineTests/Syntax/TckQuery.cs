using System.Text.RegularExpressions;

namespace LinkGraph.EngineTests.Syntax;

/// <summary>
/// A query of a TCK scenario. <paramref name="Error"/> is what the scenario expects of it, as "SyntaxError compile time InvalidArgumentType",
/// or null when it is to run.
/// </summary>
internal sealed partial record TckQuery(string Feature, string Scenario, string Text, string? Error)
{
    public override string ToString() => $"{Feature} {Scenario}: {Text.ReplaceLineEndings(" ")}";

    /// <summary>All queries of all features below a folder: those prepared with, executed, and controlled with.</summary>
    public static List<TckQuery> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(ReadFeature)];

    private static IEnumerable<TckQuery> ReadFeature(string path)
    {
        var feature = Path.GetFileNameWithoutExtension(path);
        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var queries = new List<TckQuery>();
        var scenario = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith("Scenario", StringComparison.Ordinal)) scenario = line;
            else if (line == "\"\"\"") queries.Add(new TckQuery(feature, scenario, ReadText(lines, ref i), null));
            else if (ErrorStep().Match(line) is { Success: true } error)
                queries[^1] = queries[^1] with { Error = $"{error.Groups[1]} {error.Groups[2]} {error.Groups[3]}" };
            else if (line.StartsWith("Examples:", StringComparison.Ordinal))
            {
                var table = ReadTable(lines, i + 1);
                var outline = queries.Where(q => q.Scenario == scenario).ToList();
                queries.RemoveAll(q => q.Scenario == scenario);
                queries.AddRange(table.Skip(1).SelectMany(row => outline.Select(q => Filled(q, table[0], row))));
            }
        }
        return queries;
    }

    private static string ReadText(string[] lines, ref int index)
    {
        var indent = lines[index].IndexOf('"', StringComparison.Ordinal);
        var text = new List<string>();
        for (index++; lines[index].Trim() != "\"\"\""; index++) text.Add(lines[index].Length > indent ? lines[index][indent..] : "");
        return string.Join('\n', text);
    }

    private static List<string[]> ReadTable(string[] lines, int index)
    {
        var rows = new List<string[]>();
        for (; index < lines.Length; index++)
        {
            var line = lines[index].Trim();
            if (line.StartsWith('|')) rows.Add([.. CellEnd().Split(line[1..^1]).Select(c => Unescaped(c.Trim()))]);
            else if (line.Length > 0 && !line.StartsWith('#')) break;
        }
        return rows;
    }

    private static string Unescaped(string cell) => Escape().Replace(cell, m => m.Value[1] == 'n' ? "\n" : m.Value[1..]);

    private static TckQuery Filled(TckQuery query, string[] names, string[] cells)
    {
        var text = query.Text;
        for (var i = 0; i < names.Length; i++) text = text.Replace($"<{names[i]}>", cells[i], StringComparison.Ordinal);
        return query with { Text = text };
    }

    [GeneratedRegex(@"^Then an? (\w+) should be raised at (compile time|runtime|any time): (\S+)")]
    private static partial Regex ErrorStep();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEnd();

    [GeneratedRegex(@"\\[\\|n]")]
    private static partial Regex Escape();
}
