#nullable enable
using LinkGraph.Bolt.PackStream;

namespace Neo4j.Driver.Internal.Values;

/// <summary>
/// Keeps the strings that come again in every record, names of keys, labels and types, so that they are made once. A fixed number of
/// places; a string takes the place of another that falls on it.
/// </summary>
internal sealed class StringCache
{
    private const int Places = 256;
    private const int LongestKept = 48;

    private readonly (byte[] Utf8, string Text)[] _entries = new (byte[], string)[Places];

    public string Read(ref PackStreamReader reader)
    {
        var ahead = reader;
        var utf8 = ahead.ReadStringBytes();
        if (utf8.Length is 0 or > LongestKept)
            return reader.ReadString();
        ref var entry = ref _entries[Place(utf8)];
        if (entry.Utf8 is { } known && utf8.SequenceEqual(known))
        {
            reader = ahead;
            return entry.Text;
        }
        var text = reader.ReadString();
        entry = (utf8.ToArray(), text);
        return text;
    }

    /// <summary>FNV-1a over the few bytes that a name has.</summary>
    private static int Place(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var value in utf8)
            hash = (hash ^ value) * 16777619u;
        return (int)((hash ^ (hash >> 16)) % Places);
    }
}
