#nullable enable
namespace Neo4j.Driver.Internal.Results;

/// <summary>The names of the fields, shared by the records of a result.</summary>
internal sealed class RecordKeys
{
    /// <summary>So few names are found faster by looking at each.</summary>
    private const int Few = 6;

    private readonly Dictionary<string, int>? _places;

    public RecordKeys(string[] names)
    {
        Names = names;
        if (names.Length <= Few)
            return;
        _places = new Dictionary<string, int>(names.Length);
        for (var i = 0; i < names.Length; i++)
            _places.TryAdd(names[i], i);
    }

    public string[] Names { get; }

    /// <summary>Negative if there is no such field.</summary>
    public int Find(string key, StringComparison comparison = StringComparison.Ordinal)
    {
        if (_places is not null && comparison == StringComparison.Ordinal)
            return _places.GetValueOrDefault(key, -1);
        for (var i = 0; i < Names.Length; i++)
        {
            if (string.Equals(Names[i], key, comparison))
                return i;
        }
        return -1;
    }
}
