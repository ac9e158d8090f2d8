namespace LinkGraph.Storage.Indexes;

/// <summary>Estimates from a few leaves of a tree.</summary>
internal static class TreeSample
{
    private const int Leaves = 32;

    /// <summary>How many different keys there are, if they repeat everywhere as they do in some evenly spread leaves.</summary>
    public static long EstimateDistinct(IndexTree tree)
    {
        if (tree.Count == 0)
        {
            return 0;
        }

        var (seen, distinct) = (0L, 0L);
        for (var i = 0; i < Leaves; i++)
        {
            var leaf = At(tree.Root, (i + 0.5) / Leaves);
            seen += leaf.Count;
            distinct += DistinctIn(leaf);
        }

        return Math.Max(1, tree.Count * distinct / seen);
    }

    private static Leaf At(TreeNode node, double share)
    {
        while (node is Branch branch)
        {
            var place = share * branch.Count;
            node = branch.ChildAt((int)place);
            share = place - (int)place;
        }

        return (Leaf)node;
    }

    /// <summary>The keys that end in the leaf: one that goes on in the next counts there.</summary>
    private static int DistinctIn(Leaf leaf)
    {
        var distinct = leaf.Count == 1 ? 1 : 0;
        for (var place = 1; place < leaf.Count; place++)
        {
            if (!HaveSameKey(leaf, place - 1, place))
            {
                distinct++;
            }
        }

        return distinct;
    }

    private static bool HaveSameKey(Leaf leaf, int place, int other)
    {
        for (var column = 0; column < leaf.Width; column++)
        {
            if (KeyOrder.Compare(leaf.ValueAt(place, column), leaf.ValueAt(other, column)) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
