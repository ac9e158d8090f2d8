using System.Text.RegularExpressions;
using Gherkin.Ast;

namespace LinkGraph.TckTests.Features;

/// <summary>What the <c>&lt;names&gt;</c> in an outline stand for in one of its examples. Cypher's own &lt; and &gt; stay as they are.</summary>
public sealed partial class Placeholders
{
    private readonly Dictionary<string, string> _values;

    private Placeholders(Dictionary<string, string> values) => _values = values;

    public static Placeholders None { get; } = new([]);

    public static Placeholders Of(TableRow header, TableRow example)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(example);
        return new(header.Cells
            .Zip(example.Cells, (name, value) => (name.Value, Text: value.Value))
            .ToDictionary(pair => pair.Value, pair => pair.Text, StringComparer.Ordinal));
    }

    public string Fill(string text) => _values.Count == 0
        ? text
        : Name().Replace(text, match => _values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    [GeneratedRegex("<([A-Za-z0-9_]+)>")]
    private static partial Regex Name();
}
