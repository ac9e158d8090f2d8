using System.Runtime.InteropServices;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>Makes a tree of many entries at once: sorted, then page by page.</summary>
internal sealed class IndexBuilder(int width)
{
    /// <summary>Pages are left some room, so that the first entries that come later do not split each of them.</summary>
    private const int Filled = TreeNode.Capacity * 7 / 8;

    private readonly List<Value> keys = [];
    private readonly List<int> ids = [];
    private int[] order = [];

    /// <param name="key">With no nulls.</param>
    /// <param name="id">Larger than those before it.</param>
    public void Add(ReadOnlySpan<Value> key, int id)
    {
        keys.AddRange(key);
        ids.Add(id);
    }

    /// <summary>Puts the entries in order.</summary>
    /// <returns>The id of an entry that has the same key as the one before it; -1 if all differ.</returns>
    public int Sort()
    {
        // Weights lie side by side; to follow references to the keys themselves would cost most of the time.
        var weighed = Weights().Select((weight, entry) => (Weight: weight, Entry: entry)).ToArray();
        weighed.AsSpan().Sort((a, b) => a.Weight != b.Weight ? a.Weight.CompareTo(b.Weight) : Compare(a.Entry, b.Entry) is var byKey and not 0 ? byKey : a.Entry - b.Entry);
        order = Array.ConvertAll(weighed, w => w.Entry);
        for (var i = 1; i < order.Length; i++)
        {
            if (Compare(order[i - 1], order[i]) == 0)
            {
                return ids[order[i]];
            }
        }

        return -1;
    }

    public IndexTree Build(long owner)
    {
        List<(TreeNode Node, int First)> level = [];
        for (var first = 0; first < order.Length; first += Filled)
        {
            var leaf = new Leaf(owner, width);
            for (var i = first; i < Math.Min(first + Filled, order.Length); i++)
            {
                leaf.Insert(i - first, KeyOf(order[i]), ids[order[i]]);
            }

            level.Add((leaf, first));
        }

        while (level.Count > 1)
        {
            level = [.. level.Chunk(Filled).Select(children => (Parent(owner, children), children[0].First))];
        }

        return new IndexTree(owner, width, level is [var (root, _)] ? root : new Leaf(owner, width), order.Length);
    }

    /// <summary>A number for every entry: where two differ, they order the entries as their keys do.</summary>
    private IEnumerable<ulong> Weights()
    {
        var first = Enumerable.Range(0, ids.Count).Select(i => keys[i * width]);
        if (ids.Count > 0 && first.All(k => k.IsString))
        {
            var (any, common) = (keys[0].AsString(), int.MaxValue);
            foreach (var key in first)
            {
                common = Math.Min(common, any.AsSpan().CommonPrefixLength(key.AsString()));
            }

            return first.Select(k => StringOrder.Weight(k.AsString().AsSpan(common)));
        }

        return ids.Count > 0 && first.All(k => ReferenceEquals(k.RawReference, keys[0].RawReference) && (k.IsInteger || k.RawReference is Zone))
            ? first.Select(k => (ulong)k.RawBits ^ (1ul << 63))
            : ids.Select(_ => 0ul);
    }

    private TreeNode Parent(long owner, (TreeNode Node, int First)[] children)
    {
        if (children.Length == 1)
        {
            return children[0].Node;
        }

        var (second, at) = children[1];
        var branch = new Branch(owner, width, children[0].Node, new(second, KeyOf(order[at]), ids[order[at]]));
        for (var i = 2; i < children.Length; i++)
        {
            var (child, first) = children[i];
            branch.InsertAfter(i - 1, new(child, KeyOf(order[first]), ids[order[first]]));
        }

        return branch;
    }

    private ReadOnlySpan<Value> KeyOf(int entry) => CollectionsMarshal.AsSpan(keys).Slice(entry * width, width);

    private int Compare(int a, int b)
    {
        var left = KeyOf(a);
        var right = KeyOf(b);
        for (var column = 0; column < width; column++)
        {
            if (KeyOrder.Compare(left[column], right[column]) is var order and not 0)
            {
                return order;
            }
        }

        return 0;
    }
}
