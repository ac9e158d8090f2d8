using System.Globalization;
using System.Text.Json;

namespace LinkGraph.Graph.Catalogue;

/// <summary>A parameter of a query, as its header declares it.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Type">Of its values; null is a value of every type.</param>
/// <param name="IsRequired">Whether the header gives no default.</param>
/// <param name="Default">The value where none is given; null also where there is no default.</param>
/// <param name="Description">What it means, for people.</param>
public sealed record QueryParameter(string Name, ParameterType Type, bool IsRequired, object? Default, string Description)
{
    /// <summary>Reads a value as a person types it: <c>null</c>, plain text, RFC 3339 times, JSON for lists and maps.</summary>
    /// <exception cref="FormatException">The text is no value of the parameter's type.</exception>
    public object? Parse(string text) => Parse(Type, text);

    internal static object? Parse(ParameterType type, string text) => text == "null" ? null : type switch
    {
        ParameterType.String => text,
        ParameterType.Integer => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        ParameterType.Float => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        ParameterType.Boolean => bool.Parse(text),
        ParameterType.DateTime => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        ParameterType.List => Json(text, JsonValueKind.Array),
        ParameterType.Map => Json(text, JsonValueKind.Object),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static object? Json(string text, JsonValueKind kind)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == kind
                ? Value(document.RootElement)
                : throw new FormatException($"expected a JSON {(kind == JsonValueKind.Array ? "array" : "object")}");
        }
        catch (JsonException error)
        {
            throw new FormatException($"not valid JSON: {error.Message}", error);
        }
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value)),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
