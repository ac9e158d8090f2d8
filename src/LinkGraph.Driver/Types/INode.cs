namespace Neo4j.Driver;

public interface INode : IEntity, IEquatable<INode>
{
    IReadOnlyList<string> Labels { get; }
}
