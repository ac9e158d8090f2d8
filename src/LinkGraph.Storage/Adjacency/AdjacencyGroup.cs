namespace LinkGraph.Storage.Adjacency;

/// <summary>
/// The relationships of one node that have one type and lie on one side. The first half of the items are relationship ids, the second half the nodes at their other ends.
/// Older versions of the group share the array and read only their own count; so an item is appended in place, and one is taken away from a copy.
/// </summary>
internal struct AdjacencyGroup(int key)
{
    private const int FirstCapacity = 2;

    public int Key { get; } = key;

    public int Count { get; private set; }

    public int[] Items { get; private set; } = [];

    public readonly int Capacity => Items.Length / 2;

    public void Add(int relationship, int other)
    {
        if (Count == Capacity)
        {
            Resize(Count < FirstCapacity ? FirstCapacity : Count * 2);
        }

        Items[Count] = relationship;
        Items[Capacity + Count] = other;
        Count++;
    }

    /// <summary>Takes a relationship away; the order of the others may change.</summary>
    /// <param name="relationship">It is in the group.</param>
    /// <param name="own">Arrays that no older version shares; the group's becomes one.</param>
    public void Remove(int relationship, HashSet<int[]> own)
    {
        if (!own.Contains(Items))
        {
            Resize(Capacity);
            own.Add(Items);
        }

        var place = Items.AsSpan(0, Count).IndexOf(relationship);
        Count--;
        Items[place] = Items[Count];
        Items[Capacity + place] = Items[Capacity + Count];
    }

    private void Resize(int capacity)
    {
        var items = new int[capacity * 2];
        Items.AsSpan(0, Count).CopyTo(items);
        Items.AsSpan(Capacity, Count).CopyTo(items.AsSpan(capacity));
        Items = items;
    }
}
