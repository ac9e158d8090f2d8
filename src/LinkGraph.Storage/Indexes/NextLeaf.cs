namespace LinkGraph.Storage.Indexes;

/// <summary>The separator to the right of a leaf, by which the next leaf is found.</summary>
internal readonly struct NextLeaf(Branch branch, int place)
{
    public bool IsNone => branch is null;

    public Leaf Open(TreeNode root, out NextLeaf next) =>
        IndexTree.Descend(root, new EntryProbe(branch.KeyAt(place), branch.IdAt(place), isAfterEqual: true), out next);
}
