namespace Neo4j.Driver;

/// <summary>One row of a result: its fields by name, in the order of the query's RETURN.</summary>
public interface IRecord : IReadOnlyDictionary<string, object>
{
    object this[int index] { get; }

    new object this[string key] { get; }

    new IReadOnlyDictionary<string, object> Values { get; }

    new IReadOnlyList<string> Keys { get; }

    /// <summary>The value of a field, converted as <see cref="ValueExtensions.As{T}(object)"/> does.</summary>
    T Get<T>(string key);

    bool TryGet<T>(string key, out T value);

    T GetCaseInsensitive<T>(string key);

    bool TryGetCaseInsensitive<T>(string key, out T value);

    bool TryGetValueByCaseInsensitiveKey(string key, out object value);
}
