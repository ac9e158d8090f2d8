using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Execution;

/// <summary>Rows as Neo4j's HTTP API writes them: nodes and relationships as the maps of their properties.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IEnumerable<Value> row, IGraphView view) => $"[{string.Join(',', row.Select(v => Of(v, view)))}]";

    private static string Of(Value value, IGraphView view) => value.Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => value.IsTrue ? "true" : "false",
        ValueKind.Integer => value.AsInteger().ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => Of(value.AsFloat()),
        ValueKind.String => JsonSerializer.Serialize(value.AsString(), Plain),
        ValueKind.List => Of(value.AsList(), view),
        ValueKind.Map => Of(value.AsMap().Entries, view),
        ValueKind.Node => Of(Named(view.NodeProperties(value.AsNode()), view), view),
        ValueKind.Relationship => Of(Named(view.RelationshipProperties(value.AsRelationship()), view), view),
        _ => throw new NotSupportedException($"Cases return plain values, not {value.Kind}."),
    };

    private static string Of(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    /// <summary>Keys in order: maps have none.</summary>
    private static string Of(IEnumerable<KeyValuePair<string, Value>> entries, IGraphView view)
    {
        var text = new StringBuilder("{");
        foreach (var (key, value) in entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(key, Plain)).Append(':').Append(Of(value, view));
        }

        return text.Append('}').ToString();
    }

    private static List<KeyValuePair<string, Value>> Named(PropertyEnumerator properties, IGraphView view)
    {
        List<KeyValuePair<string, Value>> named = [];
        foreach (var (key, value) in properties)
        {
            named.Add(new(view.PropertyKeys.Name(key), value));
        }

        return named;
    }
}
