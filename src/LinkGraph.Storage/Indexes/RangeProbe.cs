using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>The beginning of a range: the first columns are equal to some values, the next one begins somewhere.</summary>
/// <param name="equal">Values of the first columns.</param>
/// <param name="lower">Null: the range begins with the first value that is comparable with <paramref name="group"/>.</param>
/// <param name="isInclusive">Whether the lower value belongs to the range.</param>
/// <param name="group">Null: any value.</param>
internal readonly ref struct RangeProbe(ReadOnlySpan<Value> equal, Value lower, bool isInclusive, Value group) : IProbe
{
    private readonly ReadOnlySpan<Value> equal = equal;

    public bool IsAfter(TreeNode node, int place)
    {
        for (var column = 0; column < equal.Length; column++)
        {
            var order = KeyOrder.Compare(node.ValueAt(place, column), equal[column]);
            if (order != 0)
            {
                return order < 0;
            }
        }

        if (!lower.IsNull)
        {
            var order = KeyOrder.Compare(node.ValueAt(place, equal.Length), lower);
            return order < 0 || (order == 0 && !isInclusive);
        }

        if (group.IsNull)
        {
            return false;
        }

        ref readonly var value = ref node.ValueAt(place, equal.Length);
        return !KeyOrder.AreComparable(value, group) && KeyOrder.Compare(value, group) < 0;
    }
}
