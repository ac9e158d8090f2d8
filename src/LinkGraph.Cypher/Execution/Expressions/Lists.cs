using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>Where an expression wants a list.</summary>
internal static class Lists
{
    /// <summary>Null for null.</summary>
    /// <exception cref="CypherException">It is something else.</exception>
    public static Value[]? Of(Value value) => value.Kind switch
    {
        ValueKind.List => value.AsList(),
        ValueKind.Null => null,
        _ => throw CypherErrors.Type($"Type mismatch: expected List<T> but was {value.Kind} {value}"),
    };
}
