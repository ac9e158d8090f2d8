using LinkGraph.Storage.Adjacency;

namespace LinkGraph.Storage.Chunks;

/// <summary>1,024 nodes: their labels as one bitmap a label, and their relationships.</summary>
internal sealed class NodeChunk(long owner) : EntityChunk(owner)
{
    private int[] labels = [];
    private Words[] labelled = [];
    private AdjacencyGroup[]?[] adjacency = new AdjacencyGroup[]?[ChunkSize.Slots];
    private long adjacencyOwner = owner;
    private Words ownedGroups;

    public int LabelCount => labels.Length;

    public int LabelAt(int index) => labels[index];

    public int IndexOfLabel(int label) => labels.AsSpan().IndexOf(label);

    public bool HasLabelAt(int index, int slot) => labelled[index].Has(slot);

    public ulong LabelledWord(int index, int word) => labelled[index][word];

    public bool HasLabel(int slot, int label)
    {
        var index = IndexOfLabel(label);
        return index >= 0 && labelled[index].Has(slot);
    }

    public AdjacencyGroup[]? GroupsOf(int slot) => adjacency[slot];

    public NodeChunk For(long owner)
    {
        if (Owner == owner)
        {
            return this;
        }

        var copy = (NodeChunk)Copy(owner);
        copy.labelled = [.. labelled];
        return copy;
    }

    public void Create(int slot) => MarkAlive(slot);

    public void Delete(int slot)
    {
        RemoveAll(slot);
        foreach (ref var bits in labelled.AsSpan())
        {
            bits.Remove(slot);
        }

        MarkDead(slot);
    }

    public void AddLabel(int slot, int label)
    {
        var index = IndexOfLabel(label);
        if (index < 0)
        {
            index = labels.Length;
            labels = [.. labels, label];
            Array.Resize(ref labelled, index + 1);
        }

        labelled[index].Add(slot);
    }

    public void RemoveLabel(int slot, int label) => labelled[IndexOfLabel(label)].Remove(slot);

    /// <summary>The groups of a node, to be changed in place by the owner of this chunk.</summary>
    public ref AdjacencyGroup[]? OwnGroupsOf(int slot)
    {
        if (adjacencyOwner != Owner)
        {
            adjacency = [.. adjacency];
            adjacencyOwner = Owner;
            ownedGroups = default;
        }

        ref var groups = ref adjacency[slot];
        if (!ownedGroups.Has(slot))
        {
            ownedGroups.Add(slot);
            groups = groups is null ? null : [.. groups];
        }

        return ref groups;
    }
}
