using System.Globalization;
using System.Text;

namespace LinkGraph.Storage.Values;

public readonly partial struct Value
{
    /// <summary>
    /// As toString() writes booleans, numbers, strings, temporal values and points; lists and maps as shells show them, nodes and relationships
    /// by their ids.
    /// </summary>
    public override string ToString() => reference as string ?? (Kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => bits != 0 ? "true" : "false",
        ValueKind.Integer => bits.ToString(CultureInfo.InvariantCulture),
        ValueKind.Float => FloatText.Write(AsFloat()),
        ValueKind.Date => AsDate().ToString(),
        ValueKind.LocalTime => AsLocalTime().ToString(),
        ValueKind.Time => AsTime().ToString(),
        ValueKind.LocalDateTime => AsLocalDateTime().ToString(),
        ValueKind.ZonedDateTime => AsZonedDateTime().ToString(),
        ValueKind.Duration or ValueKind.Point => reference!.ToString()!,
        ValueKind.Node => string.Create(CultureInfo.InvariantCulture, $"({bits})"),
        ValueKind.Relationship => string.Create(CultureInfo.InvariantCulture, $"[{bits}]"),
        ValueKind.Bytes => Convert.ToHexString(AsBytes()),
        ValueKind.Path => PathText(AsPath()),
        ValueKind.Map => "{" + string.Join(", ", AsMap().Entries.Select(entry => $"{entry.Key}: {Quoted(entry.Value)}")) + "}",
        _ => "[" + string.Join(", ", AsList().Select(Quoted)) + "]",
    });

    private static string Quoted(Value value) =>
        value.IsString ? "\"" + value.AsString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""
        : value.ToString();

    private static string PathText(PathValue path)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"({path.Nodes[0]})");
        for (var i = 0; i < path.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"-[{path.Relationships[i]}]-({path.Nodes[i + 1]})");
        }

        return text.ToString();
    }
}
