using System.Collections;
using System.Globalization;
using System.Text.Json;
using Neo4j.Driver;

namespace LinkGraph.Output;

/// <summary>The driver's values as text and as JSON.</summary>
internal static class GraphValue
{
    public static bool IsNumber(object? value) => value is long or int or double or float;

    /// <summary>As people read it on a screen: numbers to six digits behind the point, nothing that steers a terminal.</summary>
    public static string ToCell(object? value) => value switch
    {
        double number when number == 0 || Math.Abs(number) is >= 1e-4 and < 1e15 => number.ToString("0.######", CultureInfo.InvariantCulture),
        float number => ToCell((double)number),
        _ => Printable.Line(ToText(value)),
    };

    /// <summary>Exactly: text as it is, numbers with all their digits, lists, maps and entities as JSON.</summary>
    public static string ToText(object? value) => ToPlain(value) switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        var other => JsonSerializer.Serialize(other, Json.Compact),
    };

    /// <summary>As text, numbers, booleans, lists and maps, which JSON knows.</summary>
    public static object? ToPlain(object? value) => value switch
    {
        null or string or bool or long => value,
        int number => (long)number,
        float number => ToPlain((double)number),
        double number => double.IsFinite(number) ? number : number.ToString(CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        INode node => new Dictionary<string, object?> { ["labels"] = node.Labels, ["properties"] = Map(node.Properties) },
        IRelationship relationship => new Dictionary<string, object?> { ["type"] = relationship.Type, ["properties"] = Map(relationship.Properties) },
        IPath path => new Dictionary<string, object?> { ["nodes"] = List(path.Nodes), ["relationships"] = List(path.Relationships) },
        IEnumerable<KeyValuePair<string, object?>> map => Map(map),
        IEnumerable list => List(list),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>In the order of the keys: databases give them in orders of their own.</summary>
    private static Dictionary<string, object?> Map(IEnumerable<KeyValuePair<string, object?>> map) =>
        map.OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => ToPlain(p.Value));

    private static List<object?> List(IEnumerable list) => [.. list.Cast<object?>().Select(ToPlain)];
}
