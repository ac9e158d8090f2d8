namespace LinkGraph.EngineTests.Execution;

/// <summary>What is done to an empty graph, and what real Neo4j answered to each query.</summary>
internal sealed record RecordedCase(string Name, IReadOnlyList<string> Setup, IReadOnlyList<(string Query, IReadOnlyList<string> Expected)> Queries)
{
    /// <summary>Cases parted by empty lines: a line with #, set-up after +++, queries parted by ---, each followed by its rows (>), a full stop for none, or an error (!).</summary>
    public static List<RecordedCase> Read(string resource)
    {
        using var stream = typeof(RecordedCase).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is missing.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Parse).Where(c => c.Queries.Count > 0)];
    }

    public override string ToString() => Name;

    private static RecordedCase Parse(string block)
    {
        var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var queries = new List<(string, IReadOnlyList<string>)>();
        foreach (var part in string.Join('\n', lines.Where(l => !l.StartsWith('#') && !l.StartsWith("+++", StringComparison.Ordinal))).Split("\n---\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var own = part.Split('\n');
            var query = own.TakeWhile(l => !IsAnswer(l)).ToList();
            queries.Add((string.Join('\n', query), Sorted(query, own.Skip(query.Count).Where(l => l != "."))));
        }

        return new RecordedCase(lines[0].TrimStart('#', ' '), [.. lines.Where(l => l.StartsWith("+++", StringComparison.Ordinal)).Select(l => l[3..])], queries);
    }

    private static List<string> Sorted(List<string> query, IEnumerable<string> rows) =>
        Engine.IsOrdered(string.Join('\n', query)) ? [.. rows] : [.. rows.Order(StringComparer.Ordinal)];

    private static bool IsAnswer(string line) => line == "." || line.StartsWith("> ", StringComparison.Ordinal) || line.StartsWith("! ", StringComparison.Ordinal);
}
