namespace LinkGraph.Storage.Values;

/// <summary>Strings by code point, as Cypher orders them. UTF-16 differs from that above U+FFFF.</summary>
public static class StringOrder
{
    public static int Compare(string left, string right)
    {
        var at = left.AsSpan().CommonPrefixLength(right);
        return at < left.Length && at < right.Length ? Weight(left[at]) - Weight(right[at]) : left.Length.CompareTo(right.Length);
    }

    /// <summary>Four units as a number that orders as they do; what is missing at the end counts as the least unit.</summary>
    internal static ulong Weight(ReadOnlySpan<char> units)
    {
        var weight = 0ul;
        for (var i = 0; i < sizeof(ulong) / sizeof(char); i++)
        {
            weight = (weight << 16) | (i < units.Length ? (uint)Weight(units[i]) : 0);
        }

        return weight;
    }

    // Surrogates stand for code points above all that one unit can hold.
    private static int Weight(char unit) => unit < 0xD800 ? unit : unit >= 0xE000 ? unit - 0x800 : unit + 0x2000;
}
