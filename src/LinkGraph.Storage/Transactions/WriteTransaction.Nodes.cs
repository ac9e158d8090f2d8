using LinkGraph.Storage.Adjacency;
using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Journal;

namespace LinkGraph.Storage;

/// <summary>Nodes and their labels.</summary>
public sealed partial class WriteTransaction
{
    /// <returns>The id of the new node.</returns>
    /// <exception cref="StorageException">LimitReached, TransactionFailed or TransactionClosed.</exception>
    public long CreateNode(params ReadOnlySpan<int> labels)
    {
        ThrowIfNotOpen();
        foreach (var label in labels)
        {
            ThrowIfUnknown(Labels, label);
        }

        var node = State.NextNode;
        if (node > ChunkSize.MaximalId)
        {
            throw new StorageException(StorageError.LimitReached, "No node ids are left.");
        }

        State.NextNode++;
        HasChanges = true;
        var (chunk, slot) = (OwnNodeChunk(ChunkSize.ChunkOf(node)), ChunkSize.SlotOf(node));
        chunk.Create(slot);
        OwnCounts().Nodes++;
        foreach (var label in labels)
        {
            if (!chunk.HasLabel(slot, label))
            {
                chunk.AddLabel(slot, label);
                OwnCounts().AddLabel(label, 1);
            }
        }

        Demand(EntityKind.Node, node);
        changes?.CreateNode(labels);
        return node;
    }

    /// <returns>False if the node has the label already.</returns>
    /// <exception cref="StorageException">ConstraintViolated, EntityDeleted, EntityNotFound, TransactionFailed or TransactionClosed; so for all that follow.</exception>
    public bool AddLabel(long node, int label)
    {
        ThrowIfNotOpen();
        ThrowIfUnknown(Labels, label);
        var slot = ChunkSize.SlotOf(node);
        if (ChunkOfNode(node).HasLabel(slot, label))
        {
            return false;
        }

        HasChanges = true;
        var indexes = Schema.IndexesOn(EntityKind.Node, label).AsSpan();
        AddToIndexes(indexes, ChunkOfNode(node), node);
        var chunk = OwnNodeChunk(ChunkSize.ChunkOf(node));
        chunk.AddLabel(slot, label);
        CountLabel(chunk.NeighbourhoodOf(slot), label, 1);
        Demand(EntityKind.Node, node);
        changes?.Label(ChangeCode.AddLabel, node, label);
        return true;
    }

    /// <returns>False if the node lacks the label.</returns>
    public bool RemoveLabel(long node, int label)
    {
        ThrowIfNotOpen();
        var slot = ChunkSize.SlotOf(node);
        if (!ChunkOfNode(node).HasLabel(slot, label))
        {
            return false;
        }

        HasChanges = true;
        var chunk = OwnNodeChunk(ChunkSize.ChunkOf(node));
        RemoveFromIndexes(Schema.IndexesOn(EntityKind.Node, label).AsSpan(), chunk, node);
        chunk.RemoveLabel(slot, label);
        CountLabel(chunk.NeighbourhoodOf(slot), label, -1);
        changes?.Label(ChangeCode.RemoveLabel, node, label);
        return true;
    }

    /// <summary>Deletes a node. Relationships that it still has must go before the commit: see <see cref="CheckDeletedNodes"/>.</summary>
    /// <returns>False if this transaction has deleted it already.</returns>
    public bool DeleteNode(long node)
    {
        ThrowIfNotOpen();
        if (deletedNodes.Contains(node))
        {
            return false;
        }

        _ = ChunkOfNode(node);
        HasChanges = true;
        var (chunk, slot) = (OwnNodeChunk(ChunkSize.ChunkOf(node)), ChunkSize.SlotOf(node));
        foreach (var label in new LabelEnumerator(chunk, slot))
        {
            RemoveFromIndexes(Schema.IndexesOn(EntityKind.Node, label).AsSpan(), chunk, node);
            CountLabel(chunk.NeighbourhoodOf(slot), label, -1);
        }

        chunk.Delete(slot);
        OwnCounts().Nodes--;
        deletedNodes.Add(node);
        changes?.Entity(ChangeCode.DeleteNode, node);
        return true;
    }

    /// <summary>Deletes a node and its relationships.</summary>
    /// <returns>How many relationships were deleted; -1 if this transaction has deleted the node already and it had none left.</returns>
    public int DetachDeleteNode(long node)
    {
        ThrowIfNotOpen();
        if (!deletedNodes.Contains(node))
        {
            _ = ChunkOfNode(node);
        }

        changes?.Entity(ChangeCode.DetachDeleteNode, node);
        var deleted = 0;
        foreach (var (relationship, _, _) in RelationshipsOf(node))
        {
            DeleteRelationship(relationship, except: node);
            deleted++;
        }

        if (deleted > 0)
        {
            OwnNodeChunk(ChunkSize.ChunkOf(node)).DetachAll(ChunkSize.SlotOf(node));
        }

        return !DeleteNode(node) && deleted == 0 ? -1 : deleted;
    }

    /// <summary>Cypher lets a node be deleted before its relationships as long as they go in the same transaction.</summary>
    /// <exception cref="StorageException">NodeHasRelationships: one that this transaction deleted still has some.</exception>
    public void CheckDeletedNodes()
    {
        foreach (var node in deletedNodes)
        {
            if (!State.Nodes[ChunkSize.ChunkOf(node)]!.NeighbourhoodOf(ChunkSize.SlotOf(node)).IsEmpty)
            {
                throw new StorageException(
                    StorageError.NodeHasRelationships,
                    $"Cannot delete node<{node}>, because it still has relationships. To delete this node, you must first delete its relationships.")
                {
                    Entity = node,
                };
            }
        }
    }

    /// <summary>Those that a node has or had when it was deleted, and that are not deleted.</summary>
    private Expansion RelationshipsOf(long node) =>
        new(State.Nodes[ChunkSize.ChunkOf(node)]!.NeighbourhoodOf(ChunkSize.SlotOf(node)), new(Direction.Both, null));

    /// <summary>Counts a label that a node with these relationships gets or loses.</summary>
    private void CountLabel(Neighbourhood neighbourhood, int label, int by)
    {
        OwnCounts().AddLabel(label, by);
        for (var i = 0; neighbourhood.Few is { } few && i < few.Length; i += Neighbourhood.Stride)
        {
            CountPattern(few[i], label, by);
        }

        foreach (ref readonly var group in neighbourhood.Groups.AsSpan())
        {
            CountPattern(group.Key, label, by * group.Count);
        }
    }

    private void CountPattern(int key, int label, long by)
    {
        var (type, side) = (GroupKey.TypeOf(key), GroupKey.SideOf(key));
        if (side != Side.In)
        {
            OwnCounts().AddPattern(label, type, outgoing: true, by);
        }

        if (side != Side.Out)
        {
            OwnCounts().AddPattern(label, type, outgoing: false, by);
        }
    }
}
