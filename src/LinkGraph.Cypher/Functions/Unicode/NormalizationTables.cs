using System.Collections.Frozen;
using System.Globalization;

namespace LinkGraph.Cypher.Functions.Unicode;

/// <summary>What the Unicode character database says of combining classes and decompositions. Read when first needed.</summary>
internal sealed class NormalizationTables
{
    private static readonly Lazy<NormalizationTables> Loaded = new(static () => new());

    private NormalizationTables()
    {
        var classes = new Dictionary<int, byte>();
        var canonical = new Dictionary<int, int[]>();
        var compatible = new Dictionary<int, int[]>();
        var compositions = new Dictionary<(int, int), int>();
        foreach (var line in Lines())
        {
            var parts = line.Split(' ');
            if (parts[0] == "c")
            {
                var range = parts[1].Split('-');
                for (var code = Code(range[0]); code <= Code(range[^1]); code++)
                {
                    classes[code] = byte.Parse(parts[2], CultureInfo.InvariantCulture);
                }

                continue;
            }

            int[] decomposition = [.. parts.Skip(2).Select(Code)];
            (parts[0] == "~" ? compatible : canonical)[Code(parts[1])] = decomposition;
            if (parts[0] == "=")
            {
                compositions[(decomposition[0], decomposition[1])] = Code(parts[1]);
            }
        }

        (Classes, Canonical, Compatible, Compositions) =
            (classes.ToFrozenDictionary(), canonical.ToFrozenDictionary(), compatible.ToFrozenDictionary(), compositions.ToFrozenDictionary());
    }

    public static NormalizationTables Instance => Loaded.Value;

    /// <summary>Combining classes other than zero.</summary>
    public FrozenDictionary<int, byte> Classes { get; }

    public FrozenDictionary<int, int[]> Canonical { get; }

    public FrozenDictionary<int, int[]> Compatible { get; }

    public FrozenDictionary<(int, int), int> Compositions { get; }

    private static int Code(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(NormalizationTables).Assembly.GetManifestResourceStream("Normalization.txt")
            ?? throw new InvalidOperationException("The tables of normal forms are missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
