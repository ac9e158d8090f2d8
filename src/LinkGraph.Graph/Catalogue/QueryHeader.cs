namespace LinkGraph.Graph.Catalogue;

/// <summary>The comment lines <c>// key: value</c> at the beginning of a query file; a line indented by two spaces or more goes on with the one before.</summary>
internal sealed class QueryHeader
{
    private static readonly string[] Keys = ["title", "purpose", "facet", "family", "role", "param"];

    private readonly string _origin;
    private readonly List<(string Key, string Value, int Line)> _entries = [];

    public QueryHeader(string origin, string text)
    {
        _origin = origin;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!line.StartsWith("//", StringComparison.Ordinal))
                break;
            Read(line[2..].TrimEnd(), number);
        }
    }

    /// <summary>Declared parameters with their line.</summary>
    public IEnumerable<(string Value, int Line)> Parameters =>
        _entries.Where(entry => entry.Key == "param").Select(entry => (entry.Value, entry.Line));

    /// <summary>The value of a key, null where the header does not have it.</summary>
    public string? Find(string key) => _entries.Find(entry => entry.Key == key).Value;

    /// <summary>The line of a key, 0 where the header does not have it.</summary>
    public int LineOf(string key) => _entries.Find(entry => entry.Key == key).Line;

    private void Read(string content, int line)
    {
        if (string.IsNullOrWhiteSpace(content))
            return;
        if (content.StartsWith("  ", StringComparison.Ordinal))
        {
            if (_entries.Count == 0)
                throw new QueryCatalogueException(_origin, line, "a header cannot begin with an indented line, which would go on with the one before");
            _entries[^1] = _entries[^1] with { Value = $"{_entries[^1].Value} {content.Trim()}" };
            return;
        }
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? "" : content[..colon].Trim();
        if (!Keys.Contains(key))
            throw new QueryCatalogueException(_origin, line, $"expected '// key: value' with one of the keys {string.Join(", ", Keys)}");
        if (key != "param" && LineOf(key) > 0)
            throw new QueryCatalogueException(_origin, line, $"'{key}' is given twice, first on line {LineOf(key)}");
        var value = content[(colon + 1)..].Trim();
        if (value.Length == 0)
            throw new QueryCatalogueException(_origin, line, $"'{key}' has no value");
        _entries.Add((key, value, line));
    }
}
