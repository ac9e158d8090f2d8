using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>The argument of SKIP and LIMIT.</summary>
internal static class RowCount
{
    /// <exception cref="CypherException">It is not an integer from 0 on.</exception>
    public static long Of(Value value, string clause) => value switch
    {
        { IsInteger: true } when value.AsInteger() >= 0 => value.AsInteger(),
        { IsInteger: true } => throw CypherErrors.Syntax($"Invalid input. '{value.AsInteger()}' is not a valid value. Must be a non-negative integer for {clause}."),
        _ => throw CypherErrors.Syntax($"{clause} takes a non-negative integer, not a value of type {value.Kind}."),
    };
}
