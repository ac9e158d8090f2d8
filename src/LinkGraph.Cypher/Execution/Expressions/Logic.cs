using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>Booleans with null for unknown.</summary>
internal static class Logic
{
    /// <exception cref="CypherException">It is neither a boolean nor null.</exception>
    public static Value Boolean(Value value) => value.Kind is ValueKind.Boolean or ValueKind.Null
        ? value
        : throw CypherErrors.Type($"Type mismatch: expected Boolean but was {TypeNames.Of(value)}");

    public static Value Not(Value value) => Boolean(value).IsNull ? Value.Null : Value.Of(value.IsFalse);

    public static Value Xor(Value a, Value b) => Boolean(a).IsNull || Boolean(b).IsNull ? Value.Null : Value.Of(a.IsTrue != b.IsTrue);
}
