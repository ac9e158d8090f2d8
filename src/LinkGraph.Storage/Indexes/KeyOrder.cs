using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>The order of values in an index.</summary>
internal static class KeyOrder
{
    public static int Compare(in Value left, in Value right)
    {
        if (left.RawReference is string a && right.RawReference is string b)
        {
            return string.CompareOrdinal(a, b);
        }

        if (left.IsInteger && right.IsInteger)
        {
            return left.RawBits.CompareTo(right.RawBits);
        }

        if (left.IsNumber && right.IsNumber)
        {
            return left.AsNumber().CompareTo(right.AsNumber());
        }

        return left.Kind == right.Kind ? left.RawBits.CompareTo(right.RawBits) : left.Kind.CompareTo(right.Kind);
    }

    /// <summary>Whether Cypher's &lt; says something about the two.</summary>
    public static bool AreComparable(in Value left, in Value right) =>
        left.IsNumber ? right.IsNumber && !IsNaN(left) && !IsNaN(right) : left.Kind == right.Kind;

    public static bool IsNaN(in Value value) => value.IsFloat && double.IsNaN(value.AsFloat());
}
