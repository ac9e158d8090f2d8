using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;
using LinkGraph.Cypher;
using LinkGraph.Storage;
using LinkGraph.Storage.Journal;

namespace LinkGraph.Fuzz;

/// <summary>Inputs to begin with, one a file.</summary>
internal static partial class Seeds
{
    private const int LongestQuery = 600;

    private static readonly string[] Statements =
    [
        "CREATE (a:A {i: 1, s: 'é', f: 1.5, b: true, l: [1, 2], d: date('2024-01-01'), t: datetime('2024-01-01T00:00[Europe/Berlin]')})-[:R {u: duration('P1D')}]->(:B:C)",
        "MATCH (a:A) SET a += {p: point({x: 1, y: 2}), t: time('10:00+01:00'), o: localdatetime('2024-01-01T00:00'), n: localtime('10:00')}",
        "MATCH ()-[r:R]->() SET r = {x: 1}",
        "MATCH (b:B) SET b:D REMOVE b:C",
        "MATCH (a:A) SET a = {i: 2}",
        "CREATE CONSTRAINT c FOR (n:A) REQUIRE n.i IS UNIQUE",
        "CREATE INDEX x FOR (n:B) ON (n.s, n.i)",
        "DROP INDEX x",
        "DROP CONSTRAINT c",
        "MATCH ()-[r]->() DELETE r",
        "MATCH (n) DETACH DELETE n",
    ];

    /// <param name="target">For which target.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="files">Where queries are: Cypher, or features of the TCK.</param>
    public static async Task WriteAsync(string target, string folder, IEnumerable<string> files)
    {
        Directory.CreateDirectory(folder);
        var inputs = target switch
        {
            "packstream" => Messages(),
            "journal" => await RecordsAsync().ConfigureAwait(false),
            _ => files.SelectMany(Queries).Concat(Statements).Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes),
        };
        var number = 0;
        foreach (var input in inputs)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, (number++).ToString("D5", CultureInfo.InvariantCulture)), input).ConfigureAwait(false);
        }
    }

    private static IEnumerable<string> Queries(string file)
    {
        var text = File.ReadAllText(file);
        return (file.EndsWith(".feature", StringComparison.Ordinal) ? InFeature().Matches(text).Select(match => match.Groups[1].Value.Trim()) : [text])
            .Where(query => query.Length is > 0 and <= LongestQuery);
    }

    private static IEnumerable<byte[]> Messages()
    {
        var writer = new PackStreamWriter();
        foreach (var tag in new[] { RequestTag.Goodbye, RequestTag.Reset, RequestTag.Commit, RequestTag.Rollback })
        {
            writer.Clear();
            writer.WriteStructureHeader(tag, 0);
            yield return writer.Written.ToArray();
        }

        writer.Clear();
        writer.WriteStructureHeader(RequestTag.Hello, 1);
        writer.WriteMapHeader(2);
        writer.WriteString("user_agent");
        writer.WriteString("fuzz/1");
        writer.WriteString("routing");
        writer.WriteNull();
        yield return writer.Written.ToArray();
        writer.Clear();
        writer.WriteStructureHeader(RequestTag.Run, 3);
        writer.WriteString("RETURN $a");
        writer.WriteMapHeader(7);
        foreach (var (key, tag, fields) in new (string, byte, int)[]
        {
            ("a", StructureTag.Date, 1), ("b", StructureTag.Time, 2), ("c", StructureTag.Duration, 4), ("d", StructureTag.DateTime, 3), ("e", StructureTag.LocalDateTime, 2),
        })
        {
            writer.WriteString(key);
            writer.WriteStructureHeader(tag, fields);
            for (var i = 0; i < fields; i++)
            {
                writer.WriteInteger(i * 1000);
            }
        }

        writer.WriteString("f");
        writer.WriteStructureHeader(StructureTag.Point2D, 3);
        writer.WriteInteger(7203);
        writer.WriteFloat(1);
        writer.WriteFloat(-1.5);
        writer.WriteString("g");
        writer.WriteListHeader(4);
        writer.WriteBoolean(true);
        writer.WriteInteger(long.MinValue);
        writer.WriteBytes([1, 2, 3]);
        writer.WriteMapHeader(0);
        writer.WriteMapHeader(0);
        yield return writer.Written.ToArray();
    }

    private static async Task<IEnumerable<byte[]>> RecordsAsync()
    {
        var folder = Directory.CreateTempSubdirectory("linkgraph-fuzz-").FullName;
        try
        {
            using var store = GraphStore.Open(folder);
            var engine = new CypherEngine(store);
            foreach (var statement in Statements)
            {
                using var result = await engine.RunAsync(statement).ConfigureAwait(false);
                _ = result.Rows().Count();
            }

            using var log = TransactionLog.Open(Path.Combine(folder, "graph.db"));
            return [.. log.Read(0).Select(record => record.Body)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("\"\"\"\\s*\\n(.*?)\"\"\"", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex InFeature();
}
