namespace LinkGraph.Storage.Values;

/// <summary>
/// The order of ORDER BY and of indexes: total over all values. Two values compare as the same exactly when they are equivalent (see
/// <see cref="EquivalenceComparer"/>).
/// </summary>
public sealed class OrderComparer : IComparer<Value>
{
    private OrderComparer()
    {
    }

    public static OrderComparer Instance { get; } = new();

    /// <summary>Where a kind stands among the kinds; numbers stand together.</summary>
    public static int Rank(ValueKind kind) => kind switch
    {
        ValueKind.Map => 0,
        ValueKind.Node => 1,
        ValueKind.Relationship => 2,
        ValueKind.List => 3,
        ValueKind.Bytes => 4,
        ValueKind.Path => 5,
        ValueKind.Point => 6,
        ValueKind.ZonedDateTime => 7,
        ValueKind.LocalDateTime => 8,
        ValueKind.Date => 9,
        ValueKind.Time => 10,
        ValueKind.LocalTime => 11,
        ValueKind.Duration => 12,
        ValueKind.String => 13,
        ValueKind.Boolean => 14,
        ValueKind.Integer or ValueKind.Float => 15,
        _ => 16,
    };

    public int Compare(Value x, Value y)
    {
        if (x.IsInteger && y.IsInteger)
        {
            return x.AsInteger().CompareTo(y.AsInteger());
        }

        var (left, right) = (x.Kind, y.Kind);
        var byRank = Rank(left) - Rank(right);
        return byRank != 0 ? byRank : left switch
        {
            ValueKind.Map => CompareMaps(x.AsMap(), y.AsMap()),
            ValueKind.List => CompareLists(x.AsList(), y.AsList()),
            _ => CompareSimple(left, x, y),
        };
    }

    /// <summary>Two values of one rank that hold no others.</summary>
    internal static int CompareSimple(ValueKind kind, Value x, Value y) => kind switch
    {
        ValueKind.Node => x.AsNode().CompareTo(y.AsNode()),
        ValueKind.Relationship => x.AsRelationship().CompareTo(y.AsRelationship()),
        ValueKind.Bytes => x.AsBytes().AsSpan().SequenceCompareTo(y.AsBytes()),
        ValueKind.Path => ComparePaths(x.AsPath(), y.AsPath()),
        ValueKind.Point => x.AsPoint().CompareTo(y.AsPoint()),
        ValueKind.ZonedDateTime => x.AsZonedDateTime().CompareTo(y.AsZonedDateTime()),
        ValueKind.LocalDateTime => x.AsLocalDateTime().CompareTo(y.AsLocalDateTime()),
        ValueKind.Date => x.AsDate().CompareTo(y.AsDate()),
        ValueKind.Time => x.AsTime().CompareTo(y.AsTime()),
        ValueKind.LocalTime => x.AsLocalTime().CompareTo(y.AsLocalTime()),
        ValueKind.Duration => x.AsDuration().CompareTo(y.AsDuration()),
        ValueKind.String => StringOrder.Compare(x.AsString(), y.AsString()),
        ValueKind.Boolean => x.AsBoolean().CompareTo(y.AsBoolean()),
        ValueKind.Integer or ValueKind.Float => NumberOrder.Compare(x, y),
        _ => 0,
    };

    /// <summary>The keys of a map in their order.</summary>
    internal static string[] SortedKeys(MapValue map)
    {
        string[] keys = [.. map.Keys];
        Array.Sort(keys, StringOrder.Compare);
        return keys;
    }

    /// <summary>By number of keys, then by the keys.</summary>
    internal static int CompareKeys(string[] left, string[] right)
    {
        var result = left.Length.CompareTo(right.Length);
        for (var i = 0; result == 0 && i < left.Length; i++)
        {
            result = StringOrder.Compare(left[i], right[i]);
        }

        return result;
    }

    private static int ComparePaths(PathValue left, PathValue right)
    {
        var result = left.Nodes[0].CompareTo(right.Nodes[0]);
        for (var i = 0; result == 0 && i < Math.Min(left.Length, right.Length); i++)
        {
            result = left.Relationships[i].CompareTo(right.Relationships[i]);
            result = result != 0 ? result : left.Nodes[i + 1].CompareTo(right.Nodes[i + 1]);
        }

        return result != 0 ? result : left.Length.CompareTo(right.Length);
    }

    private int CompareLists(Value[] left, Value[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var result = Compare(left[i], right[i]);
            if (result != 0)
            {
                return result;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private int CompareMaps(MapValue left, MapValue right)
    {
        var keys = SortedKeys(left);
        var result = CompareKeys(keys, SortedKeys(right));
        for (var i = 0; result == 0 && i < keys.Length; i++)
        {
            result = Compare(left[keys[i]], right[keys[i]]);
        }

        return result;
    }
}
