namespace LinkGraph.Storage.Values;

/// <summary>Cypher's &lt;, &lt;=, &gt; and &gt;= with their three outcomes.</summary>
public static class ValueComparison
{
    private enum Outcome
    {
        Less,
        Same,
        Greater,

        /// <summary>The comparison is null: a null inside, different kinds, or kinds without an order.</summary>
        Unknown,

        /// <summary>The comparison is false whichever way: NaN among numbers.</summary>
        Never,
    }

    /// <summary>Below, at or above zero; null when the two cannot be compared.</summary>
    public static int? Compare(Value left, Value right) => Decide(left, right) switch
    {
        Outcome.Less => -1,
        Outcome.Same => 0,
        Outcome.Greater => 1,
        _ => null,
    };

    public static bool? IsLess(Value left, Value right) => Decide(left, right) switch
    {
        Outcome.Unknown => null,
        Outcome.Less => true,
        Outcome.Same when HasNoOrder(left.Kind) => null,
        _ => false,
    };

    public static bool? IsLessOrEqual(Value left, Value right) => Decide(left, right) switch
    {
        Outcome.Unknown => null,
        Outcome.Less or Outcome.Same => true,
        _ => false,
    };

    public static bool? IsGreater(Value left, Value right) => IsLess(right, left);

    public static bool? IsGreaterOrEqual(Value left, Value right) => IsLessOrEqual(right, left);

    private static Outcome Decide(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            return Of(left.AsInteger().CompareTo(right.AsInteger()));
        }

        var (leftKind, rightKind) = (left.Kind, right.Kind);
        if (leftKind == ValueKind.Null || OrderComparer.Rank(leftKind) != OrderComparer.Rank(rightKind))
        {
            return Outcome.Unknown;
        }

        return leftKind switch
        {
            ValueKind.List => DecideLists(left.AsList(), right.AsList()),
            ValueKind.Map => DecideMaps(left.AsMap(), right.AsMap()),
            ValueKind.Integer or ValueKind.Float when IsNaN(left) || IsNaN(right) => Outcome.Never,
            _ when HasNoOrder(leftKind) => EquivalenceComparer.Instance.Equals(left, right) ? Outcome.Same : Outcome.Unknown,
            _ => Of(OrderComparer.CompareSimple(leftKind, left, right)),
        };
    }

    private static Outcome DecideLists(Value[] left, Value[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var outcome = Decide(left[i], right[i]);
            if (outcome != Outcome.Same)
            {
                return outcome == Outcome.Never ? Outcome.Unknown : outcome;
            }
        }

        return Of(left.Length.CompareTo(right.Length));
    }

    private static Outcome DecideMaps(MapValue left, MapValue right)
    {
        var keys = OrderComparer.SortedKeys(left);
        var outcome = Of(OrderComparer.CompareKeys(keys, OrderComparer.SortedKeys(right)));
        for (var i = 0; outcome == Outcome.Same && i < keys.Length; i++)
        {
            outcome = Decide(left[keys[i]], right[keys[i]]);
        }

        return outcome;
    }

    // How long a month is, and which point is greater, has no answer: such values can only be the same.
    private static bool HasNoOrder(ValueKind kind) => kind is ValueKind.Duration or ValueKind.Point;

    private static bool IsNaN(Value number) => number.IsFloat && double.IsNaN(number.AsFloat());

    private static Outcome Of(int comparison) => comparison < 0 ? Outcome.Less : comparison > 0 ? Outcome.Greater : Outcome.Same;
}
