using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using LinkGraph.Cypher;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Settling;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Output;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace LinkGraph.Benchmarks.Engine;

/// <summary><c>engine [WORLD]</c>: rows/s of the ingest statements, the evidence read, look-ups and memory of the embedded engine, in memory.</summary>
internal sealed class EngineCommand : Command
{
    private const int LookUps = 20_000;

    private readonly Argument<DirectoryInfo?> _world = new("WORLD") { Description = WorldToMeasure.Description, Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _people = WorldToMeasure.People();

    public EngineCommand()
        : base("engine", "Measures the embedded engine: ingest rows/s by statement, evidence read, point look-ups, memory.")
    {
        Add(_world);
        Add(_people);
        SetAction(RunAsync);
    }

    private async Task RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("linkgraph-engine-");
        try
        {
            var (world, _) = await WorldToMeasure.FindAsync(arguments.GetValue(_world), arguments.GetValue(_people), temporary, cancellationToken);
            using var store = GraphStore.InMemory();
            var (engine, catalogue) = (new CypherEngine(store), QueryCatalogue.Load());
            long before = GC.GetTotalMemory(forceFullCollection: true);
            Write("ingest", await IngestAsync(engine, catalogue, world, Path.Combine(temporary.FullName, "state"), cancellationToken));
            var view = store.BeginRead();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{view.NodeCount:N0} nodes, {view.RelationshipCount:N0} relationships: {(GC.GetTotalMemory(forceFullCollection: true) - before) >> 20:N0} MB live"));
            Write("evidence, first read", await EvidenceAsync(engine, catalogue, cancellationToken));
            Write("evidence, second read", await EvidenceAsync(engine, catalogue, cancellationToken));
            await LookUpAsync(engine, cancellationToken);
            Console.WriteLine($"Peak memory {PeakMemory.Megabytes():N0} MB");
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static async Task<SortedDictionary<string, Cost>> IngestAsync(CypherEngine engine, QueryCatalogue catalogue, string world, string state, CancellationToken cancellationToken)
    {
        var graph = new EngineGraph(engine, catalogue);
        using var spool = new PromptSpool(state);
        await new IngestionRun(new IngestionOptions { Key = new byte[32] }, graph, spool, TimeProvider.System, NullLogger.Instance)
            .RunAsync([new PathRequest(world)], cancellationToken);
        await new Settler(graph, NullLogger<Settler>.Instance).SettleAsync(spool.Read(), null, cancellationToken);
        return graph.Costs;
    }

    private static async Task<SortedDictionary<string, Cost>> EvidenceAsync(CypherEngine engine, QueryCatalogue catalogue, CancellationToken cancellationToken)
    {
        var costs = new SortedDictionary<string, Cost>(StringComparer.Ordinal);
        var all = new MapValue().With("accounts", Value.Null);
        foreach (var query in catalogue.InFolder("evidence"))
        {
            var started = Stopwatch.GetTimestamp();
            using var result = await engine.RunAsync(query.Text, all, cancellationToken);
            long uses = result.Rows().Sum(row => row.Where(value => value.Kind == ValueKind.List).Select(value => (long)value.AsList().Length).DefaultIfEmpty(1).Max());
            costs.Add(query.Name, new Cost { Rows = uses, Elapsed = Stopwatch.GetElapsedTime(started) });
        }
        return costs;
    }

    /// <summary>Accounts by their id, every one in a transaction of its own.</summary>
    private static async Task LookUpAsync(CypherEngine engine, CancellationToken cancellationToken)
    {
        const string LookUp = "MATCH (a:Account {id: $id}) RETURN a.status, a.country, COUNT { (a)-[:USED_IP]->() }";
        using var all = await engine.RunAsync("MATCH (a:Account) RETURN a.id LIMIT $n", new MapValue().With("n", Value.Of(LookUps)), cancellationToken);
        var ids = all.Rows().Select(row => row[0]).ToArray();
        var times = new double[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var result = await engine.RunAsync(LookUp, new MapValue().With("id", ids[i]), cancellationToken);
            _ = result.Rows().Single();
            times[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{times.Length:N0} look-ups: p50 {times[times.Length / 2]:0.0} µs, p99 {times[times.Length * 99 / 100]:0.0} µs"));
    }

    private static void Write(string what, SortedDictionary<string, Cost> costs)
    {
        var table = Tables.Create(what, "rows", "s", "rows/s");
        foreach (var (name, cost) in costs.Append(new("all", new Cost { Rows = costs.Values.Sum(c => c.Rows), Elapsed = TimeSpan.FromTicks(costs.Values.Sum(c => c.Elapsed.Ticks)) })))
            table.AddRow(name, Number(cost.Rows), cost.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture), Number(cost.Rows / Math.Max(1e-9, cost.Elapsed.TotalSeconds)));
        AnsiConsole.Write(table);
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
