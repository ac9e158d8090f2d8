using LinkGraph.Storage.Values;

namespace LinkGraph.Storage;

/// <summary>
/// The graph as one reader sees it: a snapshot, or a write transaction with its own writes. Labels, relationship types and property keys are tokens; a token that no
/// table knows (<see cref="TokenTable.None"/>) is carried by nothing. Reading what does not exist throws <see cref="StorageException"/> with EntityDeleted if this very
/// transaction deleted it, else EntityNotFound. Enumerators are structs; those of a write transaction must be read to the end before the transaction
/// deletes what they range over, and may or may not show what is written meanwhile.
/// </summary>
public interface IGraphView
{
    TokenTable Labels { get; }

    TokenTable RelationshipTypes { get; }

    TokenTable PropertyKeys { get; }

    GraphSchema Schema { get; }

    /// <summary>How many commits the view stands on.</summary>
    long Version { get; }

    long NodeCount { get; }

    long RelationshipCount { get; }

    bool NodeExists(long node);

    bool RelationshipExists(long relationship);

    bool HasLabel(long node, int label);

    LabelEnumerator LabelsOf(long node);

    /// <summary>Null where the node lacks the property.</summary>
    Value NodeProperty(long node, int key);

    PropertyEnumerator NodeProperties(long node);

    /// <summary>Answered even for a relationship that this transaction deleted, as Cypher's type() wants; so are its ends.</summary>
    int TypeOf(long relationship);

    long StartOf(long relationship);

    long EndOf(long relationship);

    /// <summary>Null where the relationship lacks the property.</summary>
    Value RelationshipProperty(long relationship, int key);

    PropertyEnumerator RelationshipProperties(long relationship);

    /// <summary>The relationships of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="direction">Seen from the node.</param>
    /// <param name="types">Any of these; null for all. The array is kept while the enumerator lives and must name no type twice.</param>
    Expansion Expand(long node, Direction direction, int[]? types = null);

    /// <summary>The relationships between two nodes, seen from the first; costs the smaller degree of the two.</summary>
    Expansion ExpandInto(long node, long other, Direction direction, int[]? types = null);

    /// <summary>How many relationships <see cref="Expand"/> would give, without walking them.</summary>
    long Degree(long node, Direction direction, int[]? types = null);

    NodeScan Nodes();

    NodeScan NodesWithLabel(int label);

    RelationshipScan Relationships();

    RelationshipScan RelationshipsOfType(int type);

    /// <summary>All of an index, in order of its values.</summary>
    /// <exception cref="StorageException">IndexNotFound; so for all that follow.</exception>
    IndexCursor ScanIndex(IndexDescriptor index);

    /// <summary>What has exactly these values in the first properties of the index (all or fewer). A null or NaN finds nothing.</summary>
    IndexCursor SeekIndex(IndexDescriptor index, params ReadOnlySpan<Value> values);

    /// <summary>What has these values in the first properties, and the next one between the bounds. Only values that Cypher's &lt; can compare with the bounds
    /// are found; without bounds all are.</summary>
    IndexCursor SeekIndexRange(IndexDescriptor index, ReadOnlySpan<Value> equal, Bound lower, Bound upper);

    /// <summary>What has these values in the first properties, and a string in the next one that starts with the prefix.</summary>
    IndexCursor SeekIndexPrefix(IndexDescriptor index, ReadOnlySpan<Value> equal, string prefix);

    /// <summary>Exact.</summary>
    long CountNodes(int label);

    /// <summary>Exact.</summary>
    long CountRelationships(int type);

    /// <summary>How many relationships of the type leave (Outgoing) or reach (Incoming) nodes with the label; exact.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The direction is Both.</exception>
    long CountRelationships(int label, int type, Direction direction);

    /// <summary>Entries of the index; exact.</summary>
    long CountEntries(IndexDescriptor index);

    /// <summary>Different values among the entries of the index, estimated from a few of its pages.</summary>
    long EstimateDistinct(IndexDescriptor index);
}
