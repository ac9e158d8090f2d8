#nullable enable
using System.Collections;

namespace Neo4j.Driver.Internal.Results;

internal sealed class Record(RecordKeys keys, object?[] values) : IRecord
{
    public object this[int index] => values[index]!;

    public object this[string key] => values[Place(key)]!;

    public int Count => values.Length;

    public IReadOnlyList<string> Keys => keys.Names;

    public IReadOnlyDictionary<string, object> Values => this;

    IEnumerable<string> IReadOnlyDictionary<string, object>.Keys => keys.Names;

    IEnumerable<object> IReadOnlyDictionary<string, object>.Values => values!;

    public T Get<T>(string key) => this[key].As<T>();

    public bool TryGet<T>(string key, out T value) => TryGet(key, StringComparison.Ordinal, out value);

    public T GetCaseInsensitive<T>(string key) => TryGetCaseInsensitive<T>(key, out var value) ? value : throw Missing(key);

    public bool TryGetCaseInsensitive<T>(string key, out T value) => TryGet(key, StringComparison.OrdinalIgnoreCase, out value);

    public bool TryGetValueByCaseInsensitiveKey(string key, out object value) =>
        TryGet(key, StringComparison.OrdinalIgnoreCase, out value);

    public bool ContainsKey(string key) => keys.Find(key) >= 0;

    public bool TryGetValue(string key, out object value)
    {
        var place = keys.Find(key);
        value = place < 0 ? null! : values[place]!;
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        for (var i = 0; i < values.Length; i++)
            yield return new KeyValuePair<string, object>(keys.Names[i], values[i]!);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Place(string key)
    {
        var place = keys.Find(key);
        return place >= 0 ? place : throw Missing(key);
    }

    private bool TryGet<T>(string key, StringComparison comparison, out T value)
    {
        var place = keys.Find(key, comparison);
        value = place < 0 ? default! : values[place].As<T>();
        return place >= 0;
    }

    private KeyNotFoundException Missing(string key) =>
        new($"The record has no field '{key}', only: {string.Join(", ", keys.Names)}.");
}
