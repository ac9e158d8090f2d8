using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>
/// A B+ tree whose pages are copied on the first write of a transaction. Entries are ordered by key, then id. A page goes when it is empty; pages are not merged.
/// </summary>
/// <param name="owner">The transaction that may change this object.</param>
/// <param name="width">Values in a key.</param>
/// <param name="root">The pages.</param>
/// <param name="count">Entries in them.</param>
internal sealed class IndexTree(long owner, int width, TreeNode root, long count)
{
    private TreeNode root = root;

    public IndexTree(long owner, int width)
        : this(owner, width, new Leaf(owner, width), 0)
    {
    }

    public int Width { get; } = width;

    public long Count { get; private set; } = count;

    public TreeNode Root => root;

    private long Owner { get; set; } = owner;

    public IndexTree For(long owner)
    {
        if (Owner == owner)
        {
            return this;
        }

        var copy = (IndexTree)MemberwiseClone();
        copy.Owner = owner;
        return copy;
    }

    /// <param name="key">With no nulls.</param>
    /// <param name="id">Not in the tree with this key.</param>
    public void Add(ReadOnlySpan<Value> key, int id)
    {
        var separator = Add(ref root, key, id);
        if (!separator.IsNone)
        {
            root = new Branch(Owner, Width, root, separator);
        }

        Count++;
    }

    /// <param name="key">With no nulls.</param>
    /// <param name="id">In the tree with this key.</param>
    public void Remove(ReadOnlySpan<Value> key, int id)
    {
        Remove(ref root, key, id);
        while (root is Branch { Count: 1 } branch)
        {
            root = branch.ChildAt(0);
        }

        Count--;
    }

    /// <summary>The id of an entry with exactly this key, or -1.</summary>
    public int Find(ReadOnlySpan<Value> key)
    {
        var probe = new EntryProbe(key, -1, isAfterEqual: false);
        var leaf = LeafFor(probe, out var next);
        var place = leaf.FirstNotBefore(leaf.Count, probe);
        if (place == leaf.Count)
        {
            if (next.IsNone)
            {
                return -1;
            }

            (leaf, place) = (next.Open(root, out _), 0);
        }

        for (var column = 0; column < Width; column++)
        {
            if (KeyOrder.Compare(leaf.ValueAt(place, column), key[column]) != 0)
            {
                return -1;
            }
        }

        return leaf.IdAt(place);
    }

    /// <summary>The leaf in which a place lies, which may be behind its last entry.</summary>
    public Leaf LeafFor<TProbe>(TProbe probe, out NextLeaf next)
        where TProbe : IProbe, allows ref struct => Descend(root, probe, out next);

    public static Leaf Descend<TProbe>(TreeNode node, TProbe probe, out NextLeaf next)
        where TProbe : IProbe, allows ref struct
    {
        next = default;
        while (node is Branch branch)
        {
            var place = branch.ChildFor(probe);
            if (place < branch.Count - 1)
            {
                next = new(branch, place);
            }

            node = branch.ChildAt(place);
        }

        return (Leaf)node;
    }

    private Separator Add(ref TreeNode node, ReadOnlySpan<Value> key, int id)
    {
        node = node.For(Owner);
        if (node is Leaf leaf)
        {
            var place = leaf.FirstNotBefore(leaf.Count, new EntryProbe(key, id, isAfterEqual: false));
            leaf.Insert(place, key, id);
            if (leaf.Count < TreeNode.Capacity)
            {
                return default;
            }

            // Keys that only grow fill their pages.
            var right = leaf.Split(place == leaf.Count - 1 ? leaf.Count - 1 : leaf.Count / 2);
            return new(right, right.KeyAt(0), right.IdAt(0));
        }

        var branch = (Branch)node;
        var child = branch.ChildFor(new EntryProbe(key, id, isAfterEqual: true));
        var separator = Add(ref branch.ChildAt(child), key, id);
        if (separator.IsNone)
        {
            return default;
        }

        branch.InsertAfter(child, separator);
        if (branch.Count < TreeNode.Capacity)
        {
            return default;
        }

        return branch.Split(child == branch.Count - 2 ? branch.Count - 1 : branch.Count / 2);
    }

    /// <returns>Whether the page is empty now.</returns>
    private bool Remove(ref TreeNode node, ReadOnlySpan<Value> key, int id)
    {
        node = node.For(Owner);
        if (node is Leaf leaf)
        {
            leaf.Remove(leaf.FirstNotBefore(leaf.Count, new EntryProbe(key, id, isAfterEqual: false)));
            return leaf.Count == 0;
        }

        var branch = (Branch)node;
        var child = branch.ChildFor(new EntryProbe(key, id, isAfterEqual: true));
        if (Remove(ref branch.ChildAt(child), key, id))
        {
            branch.Remove(child);
        }

        return branch.Count == 0;
    }
}
