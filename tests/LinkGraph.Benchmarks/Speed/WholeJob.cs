using LinkGraph.Benchmarks.InMemory;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Graph.Evidence;
using LinkGraph.Graph.Ingest;
using LinkGraph.Graph.Publishing;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Settling;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Evidence;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Records;
using LinkGraph.Resolution;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkGraph.Benchmarks.Speed;

/// <summary>The job of a night, stage by stage, against a Neo4j or in memory.</summary>
internal sealed class WholeJob(string world, string state, string? database, bool readingOnly)
{
    public const string ReadingAlone = "reading, signatures, aggregation alone";

    private readonly List<Stage> _stages = [];

    public async Task<IReadOnlyList<Stage>> RunAsync(CancellationToken cancellationToken)
    {
        await ReadAloneAsync(cancellationToken);
        if (readingOnly)
        {
            return _stages;
        }
        if (database is null)
        {
            var memory = new InMemoryGraph();
            await IngestAsync(memory, cancellationToken);
            await ResolveAsync(() => Task.FromResult(memory.ToEvidence()), cancellationToken);
            return _stages;
        }
        await using var connection = new GraphConnection(DatabaseOptions.Parse(database), TimeProvider.System);
        var catalogue = QueryCatalogue.Load();
        await IngestAsync(new GraphStore(connection, catalogue), cancellationToken);
        var (resolution, accounts) = await ResolveAsync(
            () => new EvidenceReader(connection, catalogue).ReadAsync(null, null, cancellationToken), cancellationToken);
        await TimeAsync("publishing", inGraph: true, async () =>
        {
            var run = new RunInfo("benchmark", TimeProvider.System.GetUtcNow(), accounts);
            var published = await new Publisher(connection, catalogue, TimeProvider.System).PublishAsync(resolution, run, cancellationToken);
            return (published.MembershipsSet + published.LinksSet + published.UsesSet, "rows");
        });
        await TimeAsync("degrees", inGraph: true, async () =>
            (await new FactStatistics(connection, catalogue).RefreshAsync(cancellationToken), "nodes"));
        return _stages;
    }

    private async Task ReadAloneAsync(CancellationToken cancellationToken)
    {
        var nothing = new NullGraph();
        await TimeAsync(ReadingAlone, inGraph: false, async () =>
        {
            var report = await new IngestionRun(new IngestionOptions { Key = new byte[32] }, nothing, nothing, TimeProvider.System, NullLogger.Instance)
                .RunAsync([new PathRequest(world)], cancellationToken);
            return (report.Kinds[RecordKind.Exchanges].Read, "exchanges");
        });
    }

    private async Task IngestAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var graph = new TimedGraph(store);
        using var spool = new PromptSpool(state);
        var clock = StageClock.Start();
        await new IngestionRun(new IngestionOptions { Key = new byte[32] }, graph, spool, TimeProvider.System, NullLogger.Instance)
            .RunAsync([new PathRequest(world)], cancellationToken);
        _stages.Add(clock.Stop("ingest", graph.Elapsed, graph.Rows, "rows"));

        var (before, rows) = (graph.Elapsed, graph.Rows);
        clock = StageClock.Start();
        await new Settler(graph, NullLogger<Settler>.Instance).SettleAsync(spool.Read(), null, cancellationToken);
        _stages.Add(clock.Stop("settling templates and exits", graph.Elapsed - before, graph.Rows - rows, "rows"));
    }

    private async Task<(Model.Operators.ResolvedOperators Resolution, int Accounts)> ResolveAsync(Func<Task<EvidenceSet>> read, CancellationToken cancellationToken)
    {
        EvidenceSet? evidence = null;
        await TimeAsync("reading evidence", inGraph: true, async () =>
        {
            evidence = await read();
            return (evidence.Facets.Sum(f => (long)f.Accounts.Length), "uses");
        });
        Model.Operators.ResolvedOperators? resolution = null;
        await TimeAsync("resolution", inGraph: false, () =>
        {
            resolution = new Resolver().Resolve(evidence!, cancellationToken: cancellationToken);
            return Task.FromResult(((long)evidence!.AccountIds.Length, "accounts"));
        });
        return (resolution!, evidence!.AccountIds.Length);
    }

    private async Task TimeAsync(string stage, bool inGraph, Func<Task<(long Count, string Unit)>> work)
    {
        var clock = StageClock.Start();
        var (count, unit) = await work();
        _stages.Add(clock.Stop(stage, inGraph ? clock.Elapsed : TimeSpan.Zero, count, unit));
    }
}
