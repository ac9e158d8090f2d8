using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Rejects;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Ingest;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>
/// Ingests sources into a graph, each exactly once: a source that is there already is left out, one that grew or was interrupted goes
/// on where it stopped. What is in the graph afterwards depends on the records alone, not on their order or on how often it was stopped.
/// </summary>
/// <param name="options">Settings.</param>
/// <param name="graph">Where it goes.</param>
/// <param name="spool">Where the sketches of prompts go.</param>
/// <param name="time">The clock, for progress, waiting and the seconds of the report.</param>
/// <param name="logger">For what an operator of the program wants to know.</param>
/// <param name="progress">Told a few times a second; null tells nobody.</param>
public sealed class IngestionRun(
    IngestionOptions options, IGraphStore graph, IPromptSpool spool, TimeProvider time, ILogger logger, IProgress<IngestProgress>? progress = null)
{
    /// <summary>Ingests the sources, one after the other. Everything is looked at before anything is written.</summary>
    /// <exception cref="IngestionException">A source cannot be read or is not what it was, too many records are rejected, or the state directory is lost.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the next run goes on.</exception>
    public async Task<IngestReport> RunAsync(IReadOnlyList<SourceRequest> requests, CancellationToken cancellationToken)
    {
        options.Validate();
        IReadOnlyList<Source> sources = SourceDiscovery.Find(requests, query => new SqlSource(query, options.SourceWait, time, logger));
        try
        {
            return await RunAsync(sources, cancellationToken);
        }
        finally
        {
            foreach (Source source in sources)
            {
                await source.DisposeAsync();
            }
        }
    }

    private async Task<IngestReport> RunAsync(IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        List<byte[]> heads = [];
        foreach (Source source in sources)
        {
            byte[] head = await source.ReadHeadAsync(cancellationToken);
            heads.Add(source.Schema.Mapping is { } mapping ? [.. mapping.Fingerprint, .. head] : head);
        }
        var meter = new ProgressMeter(sources, time, progress);
        var supervisor = new GraphSupervisor(options, time, logger, () => meter.Report(IngestState.WaitingForDatabase, force: true));
        IReadOnlyList<SourcePlan> plans = await PlanAsync(sources, heads, supervisor, cancellationToken);
        var rejects = new RejectLog(options.RejectsFile);
        List<DamagedSource> damaged = [];
        foreach (SourcePlan plan in plans)
        {
            rejects.DropAfter(plan.Source.Name, plan.Position);
            if (await IngestAsync(plan, rejects, supervisor, meter, cancellationToken) is { } damage)
            {
                damaged.Add(damage);
            }
        }
        var seconds = new StageSeconds(
            meter.TotalSeconds, meter.ReadingSeconds, meter.ParsingSeconds, meter.SpoolingSeconds, meter.WritingSeconds);
        return new IngestReport(meter.Kinds, sources.Count, damaged, meter.Rows, meter.Batches, seconds, options.RejectsFile);
    }

    private async Task<IReadOnlyList<SourcePlan>> PlanAsync(
        IReadOnlyList<Source> sources, List<byte[]> heads, GraphSupervisor supervisor, CancellationToken cancellationToken)
    {
        await supervisor.RunAsync(
            async token =>
            {
                await graph.EnsureSchemaAsync(token);
                return true;
            },
            cancellationToken);
        List<SourcePlan> plans = [];
        foreach ((int index, Source source) in sources.Index())
        {
            Checkpoint? checkpoint = await supervisor.RunAsync(token => graph.ReadCheckpointAsync(source.Name, token), cancellationToken);
            var plan = SourcePlan.Make(source, heads[index], checkpoint);
            plan.Align(spool);
            plans.Add(plan);
        }
        return plans;
    }

    private async Task<DamagedSource?> IngestAsync(
        SourcePlan plan, RejectLog rejects, GraphSupervisor supervisor, ProgressMeter meter, CancellationToken cancellationToken)
    {
        Source source = plan.Source;
        IngestionLog.SourceStarted(logger, source.Name, plan.Position);
        KindCount before = meter.Kinds.GetValueOrDefault(source.Kind);
        meter.BeginSource(plan.Position, plan.Point.Offset);
        var writer = new SourceWriter(plan, options, graph, spool, rejects, supervisor, meter, time);
        DamagedSource? damaged = null;
        try
        {
            await new SourcePipeline(options, meter, time).RunAsync(plan, writer.WriteAsync, cancellationToken);
        }
        catch (SourceDamagedException e)
        {
            damaged = new DamagedSource(source.Name, e.Line, e.Message);
            rejects.Append(source.Name, source.Place, source.Schema.FileName, [new Reject(e.Line, e.Line, null, e.Message)]);
            meter.AddDamage();
            IngestionLog.SourceDamaged(logger, source.Name, e.Line, e.Message);
        }
        meter.EndSource();
        KindCount after = meter.Kinds.GetValueOrDefault(source.Kind);
        IngestionLog.SourceDone(logger, source.Name, after.Read - before.Read, after.Rejected - before.Rejected);
        return damaged;
    }
}
