using System.Text.RegularExpressions;
using LinkGraph.ContractTests.EndToEnd;
using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Cypher;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Storage.Values;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Engine;

/// <summary>Every reading file of cypher/, and every question of ../shared/questions, gives on the engine what it gives on Neo4j.</summary>
[Collection(Neo4jCollection.Name)]
public sealed partial class CypherFilesOnEngineTests(Neo4jFixture neo4j, GeneratedWorld world, ITestOutputHelper output)
{
    private const string Facts = """
        MATCH (o:Operator) WHERE o.size > 1
        WITH o ORDER BY o.size DESC, o.id LIMIT 2
        WITH o, COLLECT { MATCH (o)<-[:OPERATED_BY]-(a) RETURN a.id AS id ORDER BY id } AS members
        RETURN o.id AS operator, members
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_EveryReadingFile_AgreesWithNeo4j()
    {
        var questions = SharedFolder.Require("questions");
        await world.ResolvedAsync(new Neo4jHome(neo4j));
        var driver = await neo4j.DriverAsync();
        var catalogue = QueryCatalogue.Load();
        using var store = await GraphCopy.OfAsync(driver, catalogue, Stop);
        var engine = new CypherEngine(store);
        await using var session = driver.AsyncSession();

        var files = new[] { "ingest", "evidence", "publish", "show", "investigate" }.SelectMany(catalogue.InFolder)
            .Select(query => (query.Name, query.Text, Parameters: query.Parameters.Select(p => p.Name).ToHashSet(), Defaults: query.Parameters.Where(p => !p.IsRequired).ToDictionary(p => p.Name, p => p.Default)))
            .Concat(Directory.GetFiles(questions, "*.cypher").Order(StringComparer.Ordinal)
                .Select(file => (Name: Path.GetFileName(file), Text: OpenLimit().Replace(File.ReadAllText(file), ""), Parameters: new HashSet<string>(), Defaults: new Dictionary<string, object?>())));
        var arguments = await ArgumentsAsync(session);
        var (differences, compared, empty) = (new List<string>(), 0, new List<string>());
        foreach (var (name, written, parameters, defaults) in files)
        {
            // Twenty examples of what collect() gathered in no order.
            string text = written.Replace("joined[..20]", "joined", StringComparison.Ordinal);
            using (var plan = await engine.RunAsync("EXPLAIN " + text, Map(arguments.Concat(defaults.Where(d => !arguments.ContainsKey(d.Key)))), Stop))
            {
                if (plan.Type != "r")
                    continue;
            }
            var given = parameters.Count == 0 ? arguments : defaults.Concat(arguments.Where(a => parameters.Contains(a.Key))).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value);
            var ours = await Answer.OfAsync(engine, text, Map(given), ignoringListOrder: true);
            var theirs = await Answer.OfAsync(session, text, given, ignoringListOrder: true);
            compared++;
            if (theirs.Rows.Count == 0)
                empty.Add(name);
            if (ours.DifferenceFrom(theirs, ordered: name.StartsWith("show/", StringComparison.Ordinal) || name.StartsWith("investigate/", StringComparison.Ordinal)) is { } difference)
                differences.Add($"{name}: {difference}\n  engine: {ours}\n  Neo4j: {theirs}\n  only engine: {string.Join("\n    ", ours.Rows.Except(theirs.Rows).Take(3))}\n  only Neo4j: {string.Join("\n    ", theirs.Rows.Except(ours.Rows).Take(3))}");
        }
        output.WriteLine($"{compared} files compared; no rows: {string.Join(", ", empty)}");
        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} files differ:\n{string.Join("\n\n", differences)}");
        Assert.True(compared >= 45, $"Only {compared} files were compared.");
    }

    /// <summary>The order of the questions' rows is not total, so that a limit at their end takes any of several.</summary>
    [GeneratedRegex(@"\s+LIMIT \S+\s*$")]
    private static partial Regex OpenLimit();

    private static MapValue Map(IEnumerable<KeyValuePair<string, object?>> values) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, GraphCopy.ToValue(pair.Value))));

    /// <summary>By the names that the files share: the largest operators and some of their members.</summary>
    private static async Task<Dictionary<string, object?>> ArgumentsAsync(IAsyncSession session)
    {
        var largest = await (await session.RunAsync(Facts)).ToListAsync();
        var members = largest[0]["members"].As<List<string>>();
        var source = await (await session.RunAsync("MATCH (c:Checkpoint) RETURN c.source AS source LIMIT 1")).SingleAsync();
        var run = await (await session.RunAsync("MATCH (r:ResolutionRun) RETURN r.id AS run LIMIT 1")).SingleAsync();
        var model = await (await session.RunAsync("MATCH (m:Model) RETURN m.id AS model ORDER BY m.releasedAt DESC, model LIMIT 1")).SingleAsync();
        return new Dictionary<string, object?>
        {
            ["operator"] = largest[0]["operator"].As<string>(), ["left"] = largest[0]["operator"].As<string>(), ["right"] = largest[1]["operator"].As<string>(),
            ["account"] = members[0], ["a"] = members[0], ["b"] = members[1], ["model"] = model["model"].As<string>(),
            ["source"] = source["source"].As<string>(), ["run"] = run["run"].As<string>(), ["accounts"] = null,
            ["limit"] = 1000L, ["maxDegree"] = 50L, ["hours"] = 720L, ["min"] = 2L, ["quota"] = 100L, ["share"] = 0.1,
            ["since"] = new Neo4j.Driver.ZonedDateTime(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        };
    }
}
