using System.Text;
using CsCheck;

namespace LinkGraph.ContractTests.Engine;

/// <summary>Draws from a seed.</summary>
internal sealed class Dice(PCG pcg)
{
    public int Next(int sides) => (int)pcg.Next((uint)sides);

    /// <summary>True once in so many times.</summary>
    public bool Once(int times) => Next(times) == 0;

    public T Pick<T>(params ReadOnlySpan<T> items) => items[Next(items.Length)];
}

/// <summary>Small graphs with properties of every kind, some of them missing.</summary>
internal static class RandomGraph
{
    /// <summary>One CREATE. Every node and relationship has a property id that is its own.</summary>
    public static string Create(Dice dice)
    {
        var nodes = 4 + dice.Next(4);
        var text = new StringBuilder("CREATE ");
        for (var node = 0; node < nodes; node++)
        {
            if (node > 0)
                text.Append(", ");
            text.Append($"(n{node}{dice.Pick(":A", ":B", ":A:B", ":C", ":A:C", "")} {{id: {node}");
            foreach (var (key, values) in Properties)
            {
                if (!dice.Once(3))
                    text.Append($", {key}: {dice.Pick(values)}");
            }
            text.Append("})");
        }
        var relationships = nodes + dice.Next(4);
        for (var i = 0; i < relationships; i++)
        {
            text.Append($", (n{dice.Next(nodes)})-[:{dice.Pick("R", "R", "S", "T")} {{id: {100 + i}");
            foreach (var (key, values) in Properties.Take(3))
            {
                if (!dice.Once(3))
                    text.Append($", {key}: {dice.Pick(values)}");
            }
            text.Append($"}}]->(n{dice.Next(nodes)})");
        }
        text.Append(", (:Unique {k: 1}), (:Unique {k: 'a'})");
        return text.ToString();
    }

    /// <summary>i is always an integer, f a float, s a string; x may be anything. No two values that are equal look different.</summary>
    public static readonly (string Key, string[] Values)[] Properties =
    [
        ("i", ["-3", "-1", "0", "1", "2", "2", "5"]),
        ("s", ["''", "'a'", "'ab'", "'B'", "'é'", "'z😀'", "'7'"]),
        ("x", ["1", "-2", "2.5", "'a'", "'ab'", "true", "false", "date('2024-02-29')", "[1, 2]", "['a']", "localtime('10:00')", "duration('P1DT2H')"]),
        ("f", ["-1.5", "0.25", "2.5", "1.0", "1e10"]),
        ("b", ["true", "false"]),
        ("l", ["[]", "[1, 2, 3]", "[0]", "[3, 1, 2, 1]", "[-1, 5]"]),
        ("d", ["date('2024-02-29')", "date('2023-12-31')", "date('1969-07-20')"]),
        ("t", ["datetime('2024-01-31T12:00:00.5+02:00')", "datetime('2024-03-31T01:30:00[Europe/Berlin]')", "datetime('1999-12-31T23:59:59Z')"]),
        ("u", ["duration('P1M')", "duration('PT36H')", "duration('P2Y3DT0.25S')"]),
    ];
}
