namespace LinkGraph.Storage.Values;

/// <summary>Values by name, in the order in which they were given. Never changes once it is a value.</summary>
public sealed class MapValue : IValueObject
{
    private readonly OrderedDictionary<string, Value> entries;

    public MapValue(int capacity = 0) => entries = new(capacity, StringComparer.Ordinal);

    public MapValue(IEnumerable<KeyValuePair<string, Value>> entries)
        : this()
    {
        foreach (var (key, value) in entries)
        {
            this.entries[key] = value;
        }
    }

    public static MapValue Empty { get; } = new();

    public int Count => entries.Count;

    public IEnumerable<string> Keys => entries.Keys;

    public IEnumerable<KeyValuePair<string, Value>> Entries => entries;

    /// <summary>Null for what is not there.</summary>
    public Value this[string key] => entries.GetValueOrDefault(key);

    ValueKind IValueObject.Kind => ValueKind.Map;

    public bool ContainsKey(string key) => entries.ContainsKey(key);

    public bool TryGet(string key, out Value value) => entries.TryGetValue(key, out value);

    /// <summary>While it is being made: the last value of a key holds.</summary>
    public MapValue With(string key, Value value)
    {
        entries[key] = value;
        return this;
    }
}
