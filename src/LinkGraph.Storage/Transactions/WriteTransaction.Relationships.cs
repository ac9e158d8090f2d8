using LinkGraph.Storage.Adjacency;
using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Journal;

namespace LinkGraph.Storage;

/// <summary>Relationships.</summary>
public sealed partial class WriteTransaction
{
    private const long Nobody = -1;

    /// <returns>The id of the new relationship.</returns>
    /// <exception cref="StorageException">EntityDeleted or EntityNotFound for an end, LimitReached, TransactionFailed or TransactionClosed.</exception>
    public long CreateRelationship(int type, long start, long end)
    {
        ThrowIfNotOpen();
        ThrowIfUnknown(RelationshipTypes, type);
        _ = ChunkOfNode(start);
        _ = ChunkOfNode(end);
        var relationship = State.NextRelationship;
        if (relationship > ChunkSize.MaximalId)
        {
            throw new StorageException(StorageError.LimitReached, "No relationship ids are left.");
        }

        State.NextRelationship++;
        HasChanges = true;
        OwnRelationshipChunk(ChunkSize.ChunkOf(relationship)).Create(ChunkSize.SlotOf(relationship), type, (int)start, (int)end);
        Attach(start, type, start == end ? Side.Loop : Side.Out, relationship, end);
        if (start != end)
        {
            Attach(end, type, Side.In, relationship, start);
        }

        CountRelationship(type, start, end, 1);
        Demand(EntityKind.Relationship, relationship);
        changes?.CreateRelationship(type, start, end);
        return relationship;
    }

    /// <returns>False if this transaction has deleted it already.</returns>
    /// <exception cref="StorageException">EntityNotFound, TransactionFailed or TransactionClosed.</exception>
    public bool DeleteRelationship(long relationship)
    {
        ThrowIfNotOpen();
        if (deletedRelationships.Contains(relationship))
        {
            return false;
        }

        _ = ChunkOfRelationship(relationship);
        DeleteRelationship(relationship, Nobody);
        changes?.Entity(ChangeCode.DeleteRelationship, relationship);
        return true;
    }

    private void DeleteRelationship(long relationship, long except)
    {
        HasChanges = true;
        var (chunk, slot) = (OwnRelationshipChunk(ChunkSize.ChunkOf(relationship)), ChunkSize.SlotOf(relationship));
        var (type, start, end) = (chunk.TypeOf(slot), chunk.StartOf(slot), chunk.EndOf(slot));
        RemoveFromIndexes(Schema.IndexesOn(EntityKind.Relationship, type).AsSpan(), chunk, relationship);
        chunk.Delete(slot);
        CountRelationship(type, start, end, -1);
        if (start != except)
        {
            Detach(start, type, start == end ? Side.Loop : Side.Out, (int)relationship);
        }

        if (start != end && end != except)
        {
            Detach(end, type, Side.In, (int)relationship);
        }

        deletedRelationships.Add(relationship);
    }

    private void Attach(long node, int type, Side side, int relationship, long other) =>
        OwnNodeChunk(ChunkSize.ChunkOf(node)).Attach(ChunkSize.SlotOf(node), GroupKey.Of(type, side), relationship, (int)other);

    private void Detach(long node, int type, Side side, int relationship) =>
        OwnNodeChunk(ChunkSize.ChunkOf(node)).Detach(ChunkSize.SlotOf(node), GroupKey.Of(type, side), relationship, ownedItems);

    /// <summary>A node that was deleted before its relationships counts no more.</summary>
    private void CountRelationship(int type, long start, long end, int by)
    {
        var counts = OwnCounts();
        counts.AddRelationship(type, by);
        if (TryChunkOf(State.Nodes, start, out var chunk))
        {
            foreach (var label in new LabelEnumerator(chunk, ChunkSize.SlotOf(start)))
            {
                counts.AddPattern(label, type, outgoing: true, by);
            }
        }

        if (TryChunkOf(State.Nodes, end, out chunk))
        {
            foreach (var label in new LabelEnumerator(chunk, ChunkSize.SlotOf(end)))
            {
                counts.AddPattern(label, type, outgoing: false, by);
            }
        }
    }
}
