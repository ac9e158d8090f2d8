namespace Neo4j.Driver;

/// <summary>A node or relationship, as it was when the query ran.</summary>
public interface IEntity
{
    object this[string key] { get; }

    IReadOnlyDictionary<string, object> Properties { get; }

    /// <summary>The value of a property, converted as <see cref="ValueExtensions.As{T}(object)"/> does.</summary>
    T Get<T>(string key);

    bool TryGet<T>(string key, out T value);

    /// <summary>Names the entity within its database and transaction; later ones may reuse it.</summary>
    string ElementId { get; }
}
