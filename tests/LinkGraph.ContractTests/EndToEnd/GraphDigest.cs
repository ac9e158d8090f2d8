using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>
/// What a graph holds, so that two graphs can be compared: nodes and relationships of each kind with a hash of all their properties.
/// Checkpoints are left out, because they tell the pieces in which the input came; so are times and ids of runs.
/// </summary>
internal static class GraphDigest
{
    private const string Nodes = """
        MATCH (n) WHERE NOT n:Checkpoint AND NOT n:ResolutionRun AND NOT n:Lock
        RETURN labels(n)[0] AS kind, '' AS start, '' AS end, properties(n) AS properties
        """;

    private const string Relationships = """
        MATCH (a)-[r]->(b)
        RETURN type(r) AS kind, coalesce(a.id, a.fingerprint, a.address, a.prefix, toString(a.start)) AS start,
               coalesce(b.id, b.fingerprint, b.address, b.prefix, toString(b.start)) AS end, properties(r) AS properties
        """;

    private static readonly string[] s_ofRuns = ["run", "since", "createdAt", "updatedAt"];

    /// <summary>By label and relationship type: how many, and the hash.</summary>
    public static async Task<SortedDictionary<string, string>> ReadAsync(IDriver driver) => new(
        (await ReadRowsAsync(driver)).ToDictionary(p => p.Key, p => string.Create(CultureInfo.InvariantCulture, $"{p.Value.Count} {Hash(p.Value)}")),
        StringComparer.Ordinal);

    /// <summary>By label and relationship type: every node and relationship as a line, in order.</summary>
    public static async Task<SortedDictionary<string, List<string>>> ReadRowsAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));
        var lines = new Dictionary<string, List<string>>();
        foreach (string query in new[] { Nodes, Relationships })
        {
            var cursor = await session.RunAsync(query);
            while (await cursor.FetchAsync())
            {
                string kind = cursor.Current["kind"].As<string>();
                if (!lines.TryGetValue(kind, out var ofKind))
                    lines.Add(kind, ofKind = []);
                ofKind.Add($"{cursor.Current["start"]}>{cursor.Current["end"]} {Text(kind, cursor.Current["properties"].As<Dictionary<string, object>>())}");
            }
        }
        foreach (var ofKind in lines.Values)
            ofKind.Sort(StringComparer.Ordinal);
        return new SortedDictionary<string, List<string>>(lines, StringComparer.Ordinal);
    }

    private static string Text(string kind, Dictionary<string, object> properties) => string.Join(';', properties
        .Where(p => kind == "Account" || !s_ofRuns.Contains(p.Key))
        .OrderBy(p => p.Key, StringComparer.Ordinal)
        .Select(p => $"{p.Key}={(p.Value is IList list ? string.Join(',', list.Cast<object>()) : p.Value)}"));

    private static string Hash(List<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];
}
