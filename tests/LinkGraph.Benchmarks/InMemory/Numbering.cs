namespace LinkGraph.Benchmarks.InMemory;

/// <summary>Numbers for keys, in the order in which they come.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    public IReadOnlyList<string> Keys => _keys;

    public int Of(string key)
    {
        if (!_numbers.TryGetValue(key, out int number))
        {
            _numbers.Add(key, number = _keys.Count);
            _keys.Add(key);
        }
        return number;
    }
}
