using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>The argument of a dynamic label or type: a name or a list of names.</summary>
internal static class LabelNames
{
    /// <exception cref="CypherException">It is something else.</exception>
    public static List<string> Of(Value value) => value.Kind switch
    {
        ValueKind.String => [value.AsString()],
        ValueKind.List => [.. value.AsList().Select(v => v.IsString
            ? v.AsString()
            : throw CypherErrors.Type($"Expected a label to be a string, not a value of type {v.Kind}."))],
        _ => throw CypherErrors.Type($"Expected a label to be a string or a list of strings, not a value of type {value.Kind}."),
    };
}
