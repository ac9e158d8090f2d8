namespace LinkGraph.Storage;

/// <summary>What can hold properties.</summary>
public enum EntityKind : byte
{
    Node,
    Relationship,
}
