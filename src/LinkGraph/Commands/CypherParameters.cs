using System.Text.Json;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Hosting;

namespace LinkGraph.Commands;

/// <summary>Parameters of a statement as a person types them.</summary>
internal static class CypherParameters
{
    /// <summary>Values of a statement that says nothing of its parameters: JSON where it is JSON, text where it is not.</summary>
    public static Dictionary<string, object?> Read(IEnumerable<string[]> given) => given.ToDictionary(p => p[0], p => Value(p[1]));

    /// <summary>Values by the types that a statement of the library declares.</summary>
    /// <exception cref="UsageException">One is missing, unknown or of another type.</exception>
    public static Dictionary<string, object?> Bind(CypherQuery query, IEnumerable<string[]> given)
    {
        var values = new Dictionary<string, object?>();
        foreach (string[] pair in given)
        {
            try
            {
                values[pair[0]] = query.Parameters.FirstOrDefault(p => p.Name == pair[0]) is { } parameter ? parameter.Parse(pair[1]) : pair[1];
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                throw new UsageException($"--param {pair[0]}: {exception.Message}");
            }
        }
        try
        {
            return query.Bind(values);
        }
        catch (ArgumentException exception)
        {
            // Without the name of a parameter of C# that .NET appends.
            throw new UsageException(exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal));
        }
    }

    private static object? Value(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Value(json.RootElement);
        }
        catch (JsonException)
        {
            return text;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            throw new UsageException("A parameter is JSON with a name twice in one object, or with half of a surrogate pair.");
        }
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out long whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
