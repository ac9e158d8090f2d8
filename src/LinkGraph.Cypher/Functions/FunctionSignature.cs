using System.Collections.Frozen;

namespace LinkGraph.Cypher.Functions;

/// <summary>A function as SHOW FUNCTIONS lists it; one with several forms has several signatures.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Category">Such as String, Temporal, Aggregating.</param>
/// <param name="Text">The whole signature: round(value :: FLOAT, precision :: INTEGER | FLOAT) :: FLOAT.</param>
/// <param name="ArgumentTypes">The types of the arguments, in order: FLOAT and INTEGER | FLOAT. Where FLOAT is taken an integer is, too.</param>
/// <param name="ResultType">The type of the result.</param>
public sealed record FunctionSignature(string Name, string Category, string Text, IReadOnlyList<string> ArgumentTypes, string ResultType)
{
    private static readonly Lazy<FrozenDictionary<string, FunctionSignature[]>> ByName = new(static () => Read()
        .GroupBy(signature => signature.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase));

    /// <summary>Predicate functions with a variable, such as any(), among them: they are part of the language.</summary>
    public static IEnumerable<FunctionSignature> All => ByName.Value.Values.SelectMany(signatures => signatures);

    public bool IsAggregating => Category == "Aggregating";

    /// <summary>The signatures of a function, in any case of letters; none when it is not listed.</summary>
    public static IReadOnlyList<FunctionSignature> Of(string name) => ByName.Value.GetValueOrDefault(name) ?? [];

    private static FunctionSignature Parse(string line)
    {
        var fields = line.Split('\t');
        var text = fields[2];
        var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(") :: ", StringComparison.Ordinal));
        var inside = text[(open + 1)..close];
        string[] types =
        [
            .. inside.Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .Where(argument => argument.Contains(" :: ", StringComparison.Ordinal))
                .Select(argument => argument[(argument.LastIndexOf(" :: ", StringComparison.Ordinal) + 4)..]),
        ];
        return new(fields[0], fields[1], text, types, text[(close + 5)..]);
    }

    private static IEnumerable<FunctionSignature> Read()
    {
        using var stream = typeof(FunctionSignature).Assembly.GetManifestResourceStream("Signatures.tsv")
            ?? throw new InvalidOperationException("The signatures of the functions are missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                yield return Parse(line);
            }
        }
    }
}
