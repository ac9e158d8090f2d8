using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>A page that was split off, and what parts it from its left neighbour.</summary>
internal readonly ref struct Separator(TreeNode right, ReadOnlySpan<Value> key, int id)
{
    public TreeNode Right { get; } = right;

    public ReadOnlySpan<Value> Key { get; } = key;

    public int Id { get; } = id;

    public bool IsNone => Right is null;
}
