namespace LinkGraph.Storage.Values;

/// <summary>
/// Whether two values are the same to DISTINCT, grouping and keys: null is null, NaN is NaN, 1 is 1.0. Agrees with <see cref="OrderComparer"/>.
/// </summary>
public sealed class EquivalenceComparer : IEqualityComparer<Value>
{
    private EquivalenceComparer()
    {
    }

    public static EquivalenceComparer Instance { get; } = new();

    public bool Equals(Value x, Value y)
    {
        if (x.IsInteger && y.IsInteger)
        {
            return x.AsInteger() == y.AsInteger();
        }

        var kind = x.Kind;
        if (OrderComparer.Rank(kind) != OrderComparer.Rank(y.Kind))
        {
            return false;
        }

        return kind switch
        {
            ValueKind.String => x.AsString() == y.AsString(),
            ValueKind.List => ListsEqual(x.AsList(), y.AsList()),
            ValueKind.Map => MapsEqual(x.AsMap(), y.AsMap()),
            _ => OrderComparer.CompareSimple(kind, x, y) == 0,
        };
    }

    public int GetHashCode(Value obj) => obj.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.Boolean => obj.IsTrue ? 1231 : 1237,
        ValueKind.Integer or ValueKind.Float => NumberOrder.Hash(obj),
        ValueKind.String => obj.AsString().GetHashCode(StringComparison.Ordinal),
        ValueKind.List => HashList(obj.AsList()),
        ValueKind.Map => HashMap(obj.AsMap()),
        ValueKind.Node => HashCode.Combine(ValueKind.Node, obj.AsNode()),
        ValueKind.Relationship => HashCode.Combine(ValueKind.Relationship, obj.AsRelationship()),
        ValueKind.Path => HashPath(obj.AsPath()),
        ValueKind.Bytes => HashBytes(obj.AsBytes()),
        ValueKind.Date => obj.AsDate().GetHashCode(),
        ValueKind.LocalTime => obj.AsLocalTime().GetHashCode(),
        ValueKind.Time => obj.AsTime().GetHashCode(),
        ValueKind.LocalDateTime => obj.AsLocalDateTime().GetHashCode(),
        ValueKind.ZonedDateTime => obj.AsZonedDateTime().GetHashCode(),
        ValueKind.Duration => obj.AsDuration().GetHashCode(),
        _ => obj.AsPoint().GetHashCode(),
    };

    private bool ListsEqual(Value[] left, Value[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!Equals(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool MapsEqual(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (var (key, value) in left.Entries)
        {
            if (!right.ContainsKey(key) || !Equals(value, right[key]))
            {
                return false;
            }
        }

        return true;
    }

    private int HashList(Value[] items)
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            hash.Add(GetHashCode(item));
        }

        return hash.ToHashCode();
    }

    private int HashMap(MapValue map)
    {
        // A sum, because the order of the keys must not matter.
        var hash = map.Count;
        foreach (var (key, value) in map.Entries)
        {
            hash = unchecked(hash + HashCode.Combine(key.GetHashCode(StringComparison.Ordinal), GetHashCode(value)));
        }

        return hash;
    }

    private static int HashPath(PathValue path)
    {
        var hash = default(HashCode);
        hash.Add(path.Nodes[0]);
        foreach (var relationship in path.Relationships)
        {
            hash.Add(relationship);
        }

        return hash.ToHashCode();
    }

    private static int HashBytes(byte[] bytes)
    {
        var hash = default(HashCode);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
