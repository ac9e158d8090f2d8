using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>Comparisons: null where the answer is unknown, or where there is no order between the two.</summary>
internal static class Comparisons
{
    public static Value Of(ComparisonOperator op, Value a, Value b)
    {
        if (op is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return ValueEquality.Equals(a, b) is { } equal ? Value.Of(equal == (op == ComparisonOperator.Equal)) : Value.Null;
        }

        if (a.IsNumber && b.IsNumber && (double.IsNaN(a.AsNumber()) || double.IsNaN(b.AsNumber())))
        {
            return Value.False;
        }

        return ValueComparison.Compare(a, b) is not { } order ? Value.Null : Value.Of(op switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        });
    }
}
