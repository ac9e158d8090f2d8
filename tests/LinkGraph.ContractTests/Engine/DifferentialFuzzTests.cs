using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Cypher;
using LinkGraph.Storage;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Engine;

/// <summary>
/// Random queries on random graphs give on the engine what they give on Neo4j: the same rows, the same graph afterwards, or an error of the same class.
/// The same few graphs every time; LINKGRAPH_FUZZ_SECONDS goes on to others, LINKGRAPH_FUZZ_SEED repeats one.
/// </summary>
[Collection(Neo4jCollection.Name)]
public sealed partial class DifferentialFuzzTests(Neo4jFixture neo4j, ITestOutputHelper output)
{
    private const int ShortRun = 40, ShortRunGraphs = 8, QueriesPerGraph = 40, MostFailures = 40;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_RandomQueriesOnRandomGraphs_AgreesWithNeo4j()
    {
        var asked = Environment.GetEnvironmentVariable("LINKGRAPH_FUZZ_SECONDS");
        var (seconds, graphs) = asked is null ? (ShortRun, ShortRunGraphs) : (int.Parse(asked, CultureInfo.InvariantCulture), int.MaxValue);
        var given = Environment.GetEnvironmentVariable("LINKGRAPH_FUZZ_SEED");
        var driver = await neo4j.EmptyAsync();
        await using var session = driver.AsyncSession();
        var clock = Stopwatch.StartNew();
        var failures = new List<string>();
        var cases = 0;
        for (uint run = 0; run < graphs && clock.Elapsed.TotalSeconds < seconds && failures.Count < MostFailures; run++)
        {
            var pcg = given is null ? new PCG(run + 1) : PCG.Parse(given);
            var seed = pcg.ToString();
            var dice = new Dice(pcg);
            var graph = RandomGraph.Create(dice);
            using var store = GraphStore.InMemory();
            var engine = new CypherEngine(store);
            await LoadAsync(engine, session, graph);
            for (var i = 0; i < QueriesPerGraph && clock.Elapsed.TotalSeconds < seconds; i++)
            {
                Stop.ThrowIfCancellationRequested();
                cases++;
                if (await CompareAsync(engine, session, RandomQueries.Next(dice)) is { } failure)
                    failures.Add($"seed {seed}, query {i}\n  graph: {graph}\n{failure}");
            }
            if (given is not null)
                break;
        }
        output.WriteLine($"{cases} queries, {failures.Count} differ.");
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases} queries differ:\n{string.Join("\n\n", failures)}");
        Assert.True(cases > 50, $"Only {cases} queries ran.");
    }

    private static async Task LoadAsync(CypherEngine engine, IAsyncSession session, string graph)
    {
        const string Unique = "CREATE CONSTRAINT unique_k IF NOT EXISTS FOR (n:Unique) REQUIRE n.k IS UNIQUE";
        foreach (var text in new[] { "MATCH (n) DETACH DELETE n", Unique, graph })
            await (await session.RunAsync(text)).ConsumeAsync();
        using var constraint = await engine.RunAsync(Unique, cancellationToken: Stop);
        Assert.Empty(constraint.Rows());
        using var made = await engine.RunAsync(graph, cancellationToken: Stop);
        Assert.Empty(made.Rows());
    }

    /// <summary>Null if the answers agree; else what differs, with the smallest query found that differs in the same way.</summary>
    private static async Task<string?> CompareAsync(CypherEngine engine, IAsyncSession session, FuzzCase test)
    {
        var difference = await DifferenceAsync(engine, session, test);
        if (difference is null)
            return null;
        var small = test;
        var tokens = Token().Matches(test.Text).Select(match => match.Value).ToList();
        for (var size = tokens.Count / 2; size > 0; size = size > 1 ? size / 2 : 0)
        {
            for (var at = 0; at + size <= tokens.Count;)
            {
                List<string> fewer = [.. tokens[..at], .. tokens[(at + size)..]];
                var candidate = test with { Text = string.Concat(fewer) };
                if (IsDetermined(candidate.Text) && await IsAcceptedAsync(engine, candidate, difference) && await DifferenceAsync(engine, session, candidate) == difference)
                    (tokens, small) = (fewer, candidate);
                else
                    at++;
            }
        }
        var (ours, theirs) = await AnswersAsync(engine, session, small);
        return $"  query: {test.Text}\n  small: {small.Text}\n  engine: {ours}\n  Neo4j: {theirs}";
    }

    /// <summary>Shortening must not take away the order that LIMIT needs.</summary>
    private static bool IsDetermined(string text) =>
        text.Contains("ORDER BY", StringComparison.Ordinal) || !(text.Contains("LIMIT", StringComparison.Ordinal) || text.Contains("SKIP", StringComparison.Ordinal));

    /// <summary>Cheap: leaves out what the engine does not even parse, unless that is the difference.</summary>
    private static async Task<bool> IsAcceptedAsync(CypherEngine engine, FuzzCase test, string difference) =>
        difference.StartsWith("SyntaxError", StringComparison.Ordinal) || (await Answer.OfAsync(engine, "EXPLAIN " + test.Text)).Error != "SyntaxError";

    private static async Task<string?> DifferenceAsync(CypherEngine engine, IAsyncSession session, FuzzCase test)
    {
        var (ours, theirs) = await AnswersAsync(engine, session, test);
        return ours.DifferenceFrom(theirs, test.Ordered);
    }

    private static async Task<(Answer Engine, Answer Neo4j)> AnswersAsync(CypherEngine engine, IAsyncSession session, FuzzCase test) =>
        (await Answer.OfAsync(engine, test.Text, RandomParameters.Engine, test.Writes), await Answer.OfAsync(session, test.Text, RandomParameters.Neo4j, test.Writes));

    [GeneratedRegex(@"\s+|\w+|'[^']*'|.")]
    private static partial Regex Token();
}
