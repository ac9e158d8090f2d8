#nullable enable
namespace Neo4j.Driver.Internal.Values;

internal sealed class Relationship(
    string elementId, string start, string end, string type, IReadOnlyDictionary<string, object> properties)
    : Entity(elementId, properties), IRelationship
{
    public string Type { get; } = type;

    public string StartNodeElementId { get; } = start;

    public string EndNodeElementId { get; } = end;

    public Relationship Between(string startNode, string endNode) => new(ElementId, startNode, endNode, Type, Properties);

    public bool Equals(IRelationship? other) => other is not null && ElementId == other.ElementId;

    public override bool Equals(object? obj) => Equals(obj as IRelationship);

    public override int GetHashCode() => base.GetHashCode();
}
