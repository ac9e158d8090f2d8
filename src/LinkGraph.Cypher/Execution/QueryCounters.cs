namespace LinkGraph.Cypher.Execution;

/// <summary>What a statement changed, as drivers report it.</summary>
public sealed class QueryCounters
{
    public long NodesCreated { get; internal set; }

    public long NodesDeleted { get; internal set; }

    public long RelationshipsCreated { get; internal set; }

    public long RelationshipsDeleted { get; internal set; }

    public long PropertiesSet { get; internal set; }

    public long LabelsAdded { get; internal set; }

    public long LabelsRemoved { get; internal set; }

    public long IndexesAdded { get; internal set; }

    public long IndexesRemoved { get; internal set; }

    public long ConstraintsAdded { get; internal set; }

    public long ConstraintsRemoved { get; internal set; }

    internal QueryCounters Copy() => (QueryCounters)MemberwiseClone();

    public bool ContainsUpdates =>
        NodesCreated + NodesDeleted + RelationshipsCreated + RelationshipsDeleted + PropertiesSet + LabelsAdded + LabelsRemoved > 0;

    public bool ContainsSchemaUpdates => IndexesAdded + IndexesRemoved + ConstraintsAdded + ConstraintsRemoved > 0;
}
