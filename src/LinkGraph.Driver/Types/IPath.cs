namespace Neo4j.Driver;

/// <summary>Nodes and the relationships between them, which may be followed against their direction.</summary>
public interface IPath : IEquatable<IPath>
{
    INode Start { get; }

    INode End { get; }

    IReadOnlyList<INode> Nodes { get; }

    IReadOnlyList<IRelationship> Relationships { get; }
}
