namespace LinkGraph.Storage.Values;

/// <summary>Cypher's = with its three outcomes.</summary>
public static class ValueEquality
{
    /// <summary>Null where the answer depends on a null. NaN equals nothing; values of different kinds differ, numbers excepted.</summary>
    public static bool? Equals(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
        {
            return left.AsInteger() == right.AsInteger();
        }

        var (leftKind, rightKind) = (left.Kind, right.Kind);
        if (leftKind == ValueKind.Null || rightKind == ValueKind.Null)
        {
            return null;
        }

        if (OrderComparer.Rank(leftKind) != OrderComparer.Rank(rightKind))
        {
            return false;
        }

        return leftKind switch
        {
            ValueKind.List => ListsEqual(left.AsList(), right.AsList()),
            ValueKind.Map => MapsEqual(left.AsMap(), right.AsMap()),
            ValueKind.Float when double.IsNaN(left.AsFloat()) => false,
            _ => EquivalenceComparer.Instance.Equals(left, right),
        };
    }

    private static bool? ListsEqual(Value[] left, Value[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < left.Length; i++)
        {
            var same = Equals(left[i], right[i]);
            if (same == false)
            {
                return false;
            }

            result = same is null ? null : result;
        }

        return result;
    }

    private static bool? MapsEqual(MapValue left, MapValue right)
    {
        if (left.Count != right.Count || !left.Keys.All(right.ContainsKey))
        {
            return false;
        }

        bool? result = true;
        foreach (var (key, value) in left.Entries)
        {
            var same = Equals(value, right[key]);
            if (same == false)
            {
                return false;
            }

            result = same is null ? null : result;
        }

        return result;
    }
}
