#nullable enable
namespace Neo4j.Driver.Internal.Values;

internal abstract class Entity(string elementId, IReadOnlyDictionary<string, object> properties) : IEntity
{
    public object this[string key] => Properties[key];

    public string ElementId { get; } = elementId;

    public IReadOnlyDictionary<string, object> Properties { get; } = properties;

    public T Get<T>(string key) => Properties[key].As<T>();

    public bool TryGet<T>(string key, out T value)
    {
        var found = Properties.TryGetValue(key, out var raw);
        value = found ? raw.As<T>() : default!;
        return found;
    }

    public override int GetHashCode() => ElementId.GetHashCode(StringComparison.Ordinal);
}

internal sealed class Node(string elementId, IReadOnlyList<string> labels, IReadOnlyDictionary<string, object> properties)
    : Entity(elementId, properties), INode
{
    public IReadOnlyList<string> Labels { get; } = labels;

    public bool Equals(INode? other) => other is not null && ElementId == other.ElementId;

    public override bool Equals(object? obj) => Equals(obj as INode);

    public override int GetHashCode() => base.GetHashCode();
}

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
