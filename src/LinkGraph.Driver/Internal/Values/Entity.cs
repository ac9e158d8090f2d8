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
