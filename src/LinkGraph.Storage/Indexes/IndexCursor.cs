using LinkGraph.Storage.Indexes;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage;

/// <summary>Walks entries of an index in order.</summary>
public struct IndexCursor
{
    private readonly TreeNode? root;
    private readonly Value[] equal;
    private readonly Bound upper;
    private readonly Value group;
    private readonly string? prefix;
    private Leaf? leaf;
    private NextLeaf next;
    private int place;

    internal IndexCursor(IndexTree tree, ReadOnlySpan<Value> equal, Bound lower, Bound upper)
    {
        root = tree.Root;
        group = lower.IsNone ? upper.Value : lower.Value;
        this.equal = equal.ToArray();
        this.upper = upper;
        Start(tree, new(equal, lower.Value, lower.IsInclusive, group));
    }

    internal IndexCursor(IndexTree tree, ReadOnlySpan<Value> equal, string prefix)
    {
        root = tree.Root;
        this.equal = equal.ToArray();
        this.prefix = prefix;
        Start(tree, new(equal, Value.Of(prefix), isInclusive: true, Value.Null));
    }

    /// <summary>The id of the node or relationship.</summary>
    public readonly long Current => leaf!.IdAt(place);

    public readonly IndexCursor GetEnumerator() => this;

    /// <summary>A value of the current entry.</summary>
    /// <param name="column">Its place among the properties of the index.</param>
    public readonly Value ValueAt(int column) => leaf!.ValueAt(place, column);

    public bool MoveNext()
    {
        if (leaf is null)
        {
            return false;
        }

        if (++place >= leaf.Count)
        {
            if (next.IsNone)
            {
                leaf = null;
                return false;
            }

            (leaf, place) = (next.Open(root!, out next), 0);
        }

        if (place < leaf.Count && IsInside())
        {
            return true;
        }

        leaf = null;
        return false;
    }

    private void Start(IndexTree tree, RangeProbe probe)
    {
        leaf = tree.LeafFor(probe, out next);
        place = leaf.FirstNotBefore(leaf.Count, probe) - 1;
    }

    private readonly bool IsInside()
    {
        for (var column = 0; column < equal.Length; column++)
        {
            if (KeyOrder.Compare(leaf!.ValueAt(place, column), equal[column]) != 0)
            {
                return false;
            }
        }

        if (equal.Length == leaf!.Width)
        {
            return true;
        }

        ref readonly var value = ref leaf.ValueAt(place, equal.Length);
        if (prefix is not null)
        {
            return value.IsString && value.AsString().StartsWith(prefix, StringComparison.Ordinal);
        }

        if (upper.IsNone)
        {
            return group.IsNull || KeyOrder.AreComparable(value, group);
        }

        var order = KeyOrder.Compare(value, upper.Value);
        return order < 0 || (order == 0 && upper.IsInclusive);
    }
}
