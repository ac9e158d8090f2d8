using LinkGraph.Storage.Adjacency;

namespace LinkGraph.Storage.Chunks;

/// <summary>1,024 nodes: their labels as one bitmap a label, and their relationships.</summary>
internal sealed class NodeChunk(long owner) : EntityChunk(owner)
{
    private int[] labels = [];
    private Words[] labelled = [];
    private object?[] adjacency = new object?[ChunkSize.Slots];
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

    public Neighbourhood NeighbourhoodOf(int slot) => new(adjacency[slot]);

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

    /// <summary>Gives a node of a new chunk all its relationships.</summary>
    public void Restore(int slot, Neighbourhood neighbourhood) => adjacency[slot] = neighbourhood.Content;

    public void Attach(int slot, int key, int relationship, int other)
    {
        var ownsGroups = OwnGroups(slot);
        adjacency[slot] = NeighbourhoodOf(slot).Add(key, relationship, other, ownsGroups);
    }

    public void Detach(int slot, int key, int relationship, HashSet<int[]> ownItems)
    {
        var ownsGroups = OwnGroups(slot);
        adjacency[slot] = NeighbourhoodOf(slot).Remove(key, relationship, ownsGroups, ownItems);
    }

    public void DetachAll(int slot)
    {
        OwnGroups(slot);
        adjacency[slot] = null;
    }

    /// <returns>Whether the groups of a node are this chunk's own already; from now on they are.</returns>
    private bool OwnGroups(int slot)
    {
        if (adjacencyOwner != Owner)
        {
            adjacency = [.. adjacency];
            adjacencyOwner = Owner;
            ownedGroups = default;
        }

        var owns = ownedGroups.Has(slot);
        ownedGroups.Add(slot);
        return owns;
    }
}
