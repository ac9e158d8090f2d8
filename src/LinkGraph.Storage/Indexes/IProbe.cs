namespace LinkGraph.Storage.Indexes;

/// <summary>A place in the order of an index.</summary>
internal interface IProbe
{
    /// <summary>Whether the place lies after the entry.</summary>
    bool IsAfter(TreeNode node, int place);
}
