using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Operators;

/// <summary>=, &lt;&gt;, &lt;, &lt;=, &gt;, &gt;= and IN.</summary>
public static class Comparison
{
    public static Value Equal(Value left, Value right) => Logic.Of(ValueEquality.Equals(left, right));

    public static Value NotEqual(Value left, Value right) => Logic.Of(!ValueEquality.Equals(left, right));

    public static Value Less(Value left, Value right) => Logic.Of(ValueComparison.IsLess(left, right));

    public static Value LessOrEqual(Value left, Value right) => Logic.Of(ValueComparison.IsLessOrEqual(left, right));

    public static Value Greater(Value left, Value right) => Logic.Of(ValueComparison.IsGreater(left, right));

    public static Value GreaterOrEqual(Value left, Value right) => Logic.Of(ValueComparison.IsGreaterOrEqual(left, right));

    /// <summary>Null when it is not found and might have been behind a null.</summary>
    public static Value In(Value item, Value list)
    {
        if (list.IsNull)
        {
            return Value.Null;
        }

        bool? found = false;
        foreach (var candidate in list.Kind == ValueKind.List ? list.AsList() : [list])
        {
            var same = ValueEquality.Equals(item, candidate);
            if (same == true)
            {
                return Value.True;
            }

            found = same is null ? null : found;
        }

        return Logic.Of(found);
    }
}
