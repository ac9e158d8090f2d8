using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>The place of an entry, before or after an equal one.</summary>
internal readonly ref struct EntryProbe(ReadOnlySpan<Value> key, int id, bool isAfterEqual) : IProbe
{
    private readonly ReadOnlySpan<Value> key = key;

    public bool IsAfter(TreeNode node, int place)
    {
        for (var column = 0; column < key.Length; column++)
        {
            var order = KeyOrder.Compare(node.ValueAt(place, column), key[column]);
            if (order != 0)
            {
                return order < 0;
            }
        }

        return isAfterEqual ? node.IdAt(place) <= id : node.IdAt(place) < id;
    }
}
