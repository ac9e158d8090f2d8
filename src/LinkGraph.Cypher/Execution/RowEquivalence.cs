using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>Rows are equivalent if their values are, place by place: null is like null, NaN like NaN.</summary>
internal sealed class RowEquivalence : IEqualityComparer<Value[]>
{
    public static readonly RowEquivalence Instance = new();

    public bool Equals(Value[]? x, Value[]? y)
    {
        for (var i = 0; i < x!.Length; i++)
        {
            if (!EquivalenceComparer.Instance.Equals(x[i], y![i]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(Value[] obj)
    {
        var hash = default(HashCode);
        foreach (var value in obj)
        {
            hash.Add(EquivalenceComparer.Instance.GetHashCode(value));
        }

        return hash.ToHashCode();
    }
}
