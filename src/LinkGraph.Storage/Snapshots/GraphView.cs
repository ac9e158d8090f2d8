using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using LinkGraph.Storage.Adjacency;
using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Indexes;
using LinkGraph.Storage.Tokens;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Snapshots;

/// <summary>What snapshots and write transactions have in common: both read a root.</summary>
public abstract class GraphView : IGraphView
{
    private readonly GraphTokens tokens;

    private protected GraphView(GraphTokens tokens, GraphState state) => (this.tokens, State) = (tokens, state);

    public TokenTable Labels => tokens.Labels;

    public TokenTable RelationshipTypes => tokens.RelationshipTypes;

    public TokenTable PropertyKeys => tokens.PropertyKeys;

    public GraphSchema Schema => State.Schema;

    public long Version => State.Version;

    public long NodeCount => State.Counts.Nodes;

    public long RelationshipCount => State.Counts.Relationships;

    private protected GraphState State { get; set; }

    private protected GraphTokens Tokens => tokens;

    public bool NodeExists(long node) => TryChunkOf(State.Nodes, node, out _);

    public bool RelationshipExists(long relationship) => TryChunkOf(State.Relationships, relationship, out _);

    public bool HasLabel(long node, int label) => ChunkOfNode(node).HasLabel(ChunkSize.SlotOf(node), label);

    public LabelEnumerator LabelsOf(long node) => new(ChunkOfNode(node), ChunkSize.SlotOf(node));

    public Value NodeProperty(long node, int key) => ChunkOfNode(node).Get(ChunkSize.SlotOf(node), key);

    public PropertyEnumerator NodeProperties(long node) => new(ChunkOfNode(node), ChunkSize.SlotOf(node));

    public int TypeOf(long relationship) => RowOf(relationship).TypeOf(ChunkSize.SlotOf(relationship));

    public long StartOf(long relationship) => RowOf(relationship).StartOf(ChunkSize.SlotOf(relationship));

    public long EndOf(long relationship) => RowOf(relationship).EndOf(ChunkSize.SlotOf(relationship));

    public Value RelationshipProperty(long relationship, int key) => ChunkOfRelationship(relationship).Get(ChunkSize.SlotOf(relationship), key);

    public PropertyEnumerator RelationshipProperties(long relationship) => new(ChunkOfRelationship(relationship), ChunkSize.SlotOf(relationship));

    public Expansion Expand(long node, Direction direction, int[]? types = null) => new(NeighbourhoodOf(node), new(direction, types));

    public Expansion ExpandInto(long node, long other, Direction direction, int[]? types = null)
    {
        var (near, far) = (NeighbourhoodOf(node), NeighbourhoodOf(other));
        var opposite = direction switch
        {
            Direction.Outgoing => Direction.Incoming,
            Direction.Incoming => Direction.Outgoing,
            _ => direction,
        };
        var (forth, back) = (new GroupFilter(direction, types), new GroupFilter(opposite, types));
        return near.Degree(forth) <= far.Degree(back)
            ? new(near, forth, only: (int)other, reported: (int)other, isReversed: false)
            : new(far, back, only: (int)node, reported: (int)other, isReversed: true);
    }

    public long Degree(long node, Direction direction, int[]? types = null) => NeighbourhoodOf(node).Degree(new(direction, types));

    public NodeScan Nodes() => new(State.Nodes);

    public NodeScan NodesWithLabel(int label) => new(State.Nodes, label);

    public RelationshipScan Relationships() => new(State.Relationships);

    public RelationshipScan RelationshipsOfType(int type) => new(State.Relationships, type);

    public IndexCursor ScanIndex(IndexDescriptor index) => new(TreeOf(index), [], Bound.None, Bound.None);

    public IndexCursor SeekIndex(IndexDescriptor index, params ReadOnlySpan<Value> values)
    {
        var tree = TreeOf(index);
        CheckWidth(index, values.Length, atMost: index.Keys.Length);
        if (values.Length == 0 || HasNothingEqual(values))
        {
            return values.Length == 0 ? new(tree, [], Bound.None, Bound.None) : default;
        }

        var last = Bound.Including(values[^1]);
        return new(tree, values[..^1], last, last);
    }

    public IndexCursor SeekIndexRange(IndexDescriptor index, ReadOnlySpan<Value> equal, Bound lower, Bound upper)
    {
        var tree = TreeOf(index);
        CheckWidth(index, equal.Length, atMost: index.Keys.Length - 1);
        var isEmpty = HasNothingEqual(equal) || KeyOrder.IsNaN(lower.Value) || KeyOrder.IsNaN(upper.Value)
            || (!lower.IsNone && !upper.IsNone && !KeyOrder.AreComparable(lower.Value, upper.Value));
        return isEmpty ? default : new(tree, equal, lower, upper);
    }

    public IndexCursor SeekIndexPrefix(IndexDescriptor index, ReadOnlySpan<Value> equal, string prefix)
    {
        var tree = TreeOf(index);
        CheckWidth(index, equal.Length, atMost: index.Keys.Length - 1);
        return HasNothingEqual(equal) ? default : new(tree, equal, prefix);
    }

    public long CountNodes(int label) => State.Counts.OfLabel(label);

    public long CountRelationships(int type) => State.Counts.OfType(type);

    public long CountRelationships(int label, int type, Direction direction)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)direction, (int)Direction.Both, nameof(direction));
        return State.Counts.OfPattern(label, type, direction == Direction.Outgoing);
    }

    public long CountEntries(IndexDescriptor index) => TreeOf(index).Count;

    public long EstimateDistinct(IndexDescriptor index) => index.IsUnique ? TreeOf(index).Count : TreeSample.EstimateDistinct(TreeOf(index));

    /// <summary>Whether the entity was deleted by this transaction.</summary>
    private protected virtual bool IsDeleted(EntityKind entity, long id) => false;

    private protected static bool TryChunkOf<TChunk>(TChunk?[] chunks, long id, [NotNullWhen(true)] out TChunk? chunk)
        where TChunk : EntityChunk
    {
        var index = (ulong)id >> ChunkSize.Bits;
        chunk = index < (ulong)chunks.Length ? chunks[index] : null;
        return chunk is not null && chunk.IsAlive(ChunkSize.SlotOf(id));
    }

    private protected NodeChunk ChunkOfNode(long node) =>
        TryChunkOf(State.Nodes, node, out var chunk) ? chunk : throw Missing(EntityKind.Node, node);

    private protected RelationshipChunk ChunkOfRelationship(long relationship) =>
        TryChunkOf(State.Relationships, relationship, out var chunk) ? chunk : throw Missing(EntityKind.Relationship, relationship);

    /// <exception cref="StorageException">IndexNotFound.</exception>
    private protected IndexTree TreeOf(IndexDescriptor index) =>
        ((uint)index.Id < (uint)State.Indexes.Length ? State.Indexes[index.Id] : null)
        ?? throw new StorageException(StorageError.IndexNotFound, $"There is no index `{index.Name}` any more.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected StorageException Missing(EntityKind entity, long id)
    {
        var kind = entity == EntityKind.Node ? "Node" : "Relationship";
        return IsDeleted(entity, id)
            ? new(StorageError.EntityDeleted, $"{kind} with id {id} has been deleted in this transaction.") { Entity = id }
            : new(StorageError.EntityNotFound, $"Unable to load {kind.ToUpperInvariant()} with id {id}.") { Entity = id };
    }

    private static bool HasNothingEqual(ReadOnlySpan<Value> values)
    {
        foreach (ref readonly var value in values)
        {
            if (value.IsNull || KeyOrder.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckWidth(IndexDescriptor index, int given, int atMost)
    {
        if (given > atMost)
        {
            throw new ArgumentException($"The index {index.Name} has {index.Keys.Length} properties, {given} values were given.", nameof(given));
        }
    }

    private Neighbourhood NeighbourhoodOf(long node) => ChunkOfNode(node).NeighbourhoodOf(ChunkSize.SlotOf(node));

    /// <summary>Type and ends are there even when this transaction deleted the relationship.</summary>
    private RelationshipChunk RowOf(long relationship)
    {
        if (TryChunkOf(State.Relationships, relationship, out var chunk))
        {
            return chunk;
        }

        return IsDeleted(EntityKind.Relationship, relationship)
            ? State.Relationships[ChunkSize.ChunkOf(relationship)]!
            : throw Missing(EntityKind.Relationship, relationship);
    }
}
