using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>The order of values in an index: that of <see cref="OrderComparer"/>, with short ways for what most keys are.</summary>
internal static class KeyOrder
{
    public static int Compare(in Value left, in Value right)
    {
        var (first, second) = (left.RawReference, right.RawReference);
        if (first is string a && second is string b)
        {
            return StringOrder.Compare(a, b);
        }

        if (ReferenceEquals(first, second) && (left.IsInteger || first is Zone))
        {
            return left.RawBits.CompareTo(right.RawBits);
        }

        return OrderComparer.Instance.Compare(left, right);
    }

    /// <summary>Whether Cypher's &lt; says something about the two.</summary>
    public static bool AreComparable(in Value left, in Value right) => left.IsNumber
        ? right.IsNumber && !IsNaN(left) && !IsNaN(right)
        : left.Kind == right.Kind && left.Kind is not (ValueKind.Duration or ValueKind.Point);

    public static bool IsNaN(in Value value) => value.IsFloat && double.IsNaN(value.AsFloat());
}
