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

        var (pairs, changes) = (0L, 0L);
        for (var i = 0; i < Leaves; i++)
        {
            var leaf = At(tree.Root, (i + 0.5) / Leaves);
            pairs += leaf.Count - 1;
            changes += ChangesIn(leaf);
        }

        return 1 + (pairs == 0 ? tree.Count - 1 : (tree.Count - 1) * changes / pairs);
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

    private static int ChangesIn(Leaf leaf)
    {
        var changes = 0;
        for (var place = 1; place < leaf.Count; place++)
        {
            changes += HaveSameKey(leaf, place - 1, place) ? 0 : 1;
        }

        return changes;
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
