using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>Where an expression wants a list.</summary>
internal static class Lists
{
    /// <summary>Null for null; what is no list counts as a list of one, as in UNWIND.</summary>
    public static Value[]? Of(Value value) => value.Kind switch
    {
        ValueKind.List => value.AsList(),
        ValueKind.Null => null,
        _ => [value],
    };
}
