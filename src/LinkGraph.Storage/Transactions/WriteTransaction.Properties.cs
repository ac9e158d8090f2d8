using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Journal;
using LinkGraph.Storage.Transactions;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage;

/// <summary>Properties of nodes and relationships.</summary>
public sealed partial class WriteTransaction
{
    private Property[] shared = new Property[16];

    /// <summary>Sets a property; null removes it.</summary>
    /// <returns>False if there was nothing to remove.</returns>
    /// <exception cref="StorageException">InvalidPropertyValue, ConstraintViolated, EntityDeleted, EntityNotFound, TransactionFailed or TransactionClosed; so for
    /// all that follow.</exception>
    public bool SetNodeProperty(long node, int key, Value value) => ChangeNode(node, [new(key, value)], isReplacing: false) > 0;

    /// <summary>Sets several properties at once, as SET n += {...} does: others stay, null removes.</summary>
    /// <param name="node">The node.</param>
    /// <param name="properties">No key twice.</param>
    /// <returns>How many were set or removed.</returns>
    public int MergeNodeProperties(long node, ReadOnlySpan<Property> properties) => ChangeNode(node, properties, isReplacing: false);

    /// <summary>Makes these the only properties, as SET n = {...} does.</summary>
    /// <param name="node">The node.</param>
    /// <param name="properties">No key twice; nulls are ignored.</param>
    /// <returns>How many were set or removed.</returns>
    public int ReplaceNodeProperties(long node, ReadOnlySpan<Property> properties) => ChangeNode(node, properties, isReplacing: true);

    /// <inheritdoc cref="SetNodeProperty"/>
    public bool SetRelationshipProperty(long relationship, int key, Value value) => ChangeRelationship(relationship, [new(key, value)], isReplacing: false) > 0;

    /// <inheritdoc cref="MergeNodeProperties"/>
    public int MergeRelationshipProperties(long relationship, ReadOnlySpan<Property> properties) =>
        ChangeRelationship(relationship, properties, isReplacing: false);

    /// <inheritdoc cref="ReplaceNodeProperties"/>
    public int ReplaceRelationshipProperties(long relationship, ReadOnlySpan<Property> properties) =>
        ChangeRelationship(relationship, properties, isReplacing: true);

    private int ChangeNode(long node, ReadOnlySpan<Property> properties, bool isReplacing)
    {
        ThrowIfNotOpen();
        var change = new PropertyChange(Shared(properties), isReplacing);
        Check(change);
        var slot = ChunkSize.SlotOf(node);
        if (change.IsNone(ChunkOfNode(node), slot))
        {
            return 0;
        }

        FindIndexes(new LabelEnumerator(ChunkOfNode(node), slot), change);
        CheckUnique(ChunkOfNode(node), node, change);
        Demand(EntityKind.Node, node);
        changes?.Properties(isReplacing ? ChangeCode.ReplaceNodeProperties : ChangeCode.MergeNodeProperties, node, properties);
        return Apply(OwnNodeChunk(ChunkSize.ChunkOf(node)), node, change);
    }

    private int ChangeRelationship(long relationship, ReadOnlySpan<Property> properties, bool isReplacing)
    {
        ThrowIfNotOpen();
        var change = new PropertyChange(Shared(properties), isReplacing);
        Check(change);
        var chunk = ChunkOfRelationship(relationship);
        if (change.IsNone(chunk, ChunkSize.SlotOf(relationship)))
        {
            return 0;
        }

        FindIndexes(chunk.TypeOf(ChunkSize.SlotOf(relationship)), change);
        CheckUnique(chunk, relationship, change);
        Demand(EntityKind.Relationship, relationship);
        changes?.Properties(
            isReplacing ? ChangeCode.ReplaceRelationshipProperties : ChangeCode.MergeRelationshipProperties, relationship, properties);
        return Apply(OwnRelationshipChunk(ChunkSize.ChunkOf(relationship)), relationship, change);
    }

    /// <summary>Once, for columns and indexes alike. Valid until the next call.</summary>
    private ReadOnlySpan<Property> Shared(ReadOnlySpan<Property> properties)
    {
        if (shared.Length < properties.Length)
        {
            shared = new Property[properties.Length];
        }

        for (var i = 0; i < properties.Length; i++)
        {
            shared[i] = new(properties[i].Key, store.Strings.Share(properties[i].Value));
        }

        return shared.AsSpan(0, properties.Length);
    }

    private void Check(PropertyChange change)
    {
        foreach (var (key, value) in change.Properties)
        {
            PropertyValues.Check(value, PropertyKeys.Name(key));
        }
    }

    private int Apply(EntityChunk chunk, long id, PropertyChange change)
    {
        HasChanges = true;
        Reindex(chunk, id, change);
        var slot = ChunkSize.SlotOf(id);
        var changed = 0;
        if (change.IsReplacing)
        {
            foreach (var property in new PropertyEnumerator(chunk, slot))
            {
                changed += change.Sets(property.Key) ? 0 : 1;
            }

            chunk.RemoveAll(slot);
        }

        foreach (var (key, value) in change.Properties)
        {
            if (!value.IsNull)
            {
                chunk.Set(slot, key, value);
                changed++;
            }
            else if (chunk.Remove(slot, key))
            {
                changed++;
            }
        }

        return changed;
    }
}
