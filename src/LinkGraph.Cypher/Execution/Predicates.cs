using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>What counts as true where a predicate is asked for.</summary>
internal static class Predicates
{
    /// <exception cref="CypherException">It is neither a boolean nor null. A list is true if it is not empty, as pattern expressions are lists.</exception>
    public static bool IsTrue(Value value) => value.IsTrue || (!value.IsFalse && !value.IsNull && value.Kind switch
    {
        ValueKind.List => value.AsList().Length > 0,
        _ => throw CypherErrors.Type($"A predicate is a boolean, not a value of type {value.Kind}."),
    });
}
