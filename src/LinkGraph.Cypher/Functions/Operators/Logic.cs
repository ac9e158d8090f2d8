using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Operators;

/// <summary>AND, OR, XOR and NOT with three outcomes. What is neither a boolean nor null is a TypeError.</summary>
public static class Logic
{
    /// <summary>True, false, or null for null.</summary>
    public static Value Of(bool? outcome) => outcome is { } known ? Value.Of(known) : Value.Null;

    /// <summary>Null for null.</summary>
    public static bool? Truth(Value value) => value.IsNull ? null
        : value.IsTrue ? true
        : value.IsFalse ? false
        : throw CypherErrors.Type($"Type mismatch: expected a Boolean but was {value.Kind} {value}");

    public static Value And(Value left, Value right) => Of(Truth(left) & Truth(right));

    public static Value Or(Value left, Value right) => Of(Truth(left) | Truth(right));

    public static Value Xor(Value left, Value right) => Of(Truth(left) ^ Truth(right));

    public static Value Not(Value value) => Of(!Truth(value));
}
