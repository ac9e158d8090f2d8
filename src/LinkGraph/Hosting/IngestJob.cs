using System.Globalization;
using LinkGraph.Graph.Connection;
using LinkGraph.Graph.Ingest;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts.Templates;
using LinkGraph.Ingestion.Settling;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Output;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Hosting;

/// <summary>Sources into the graph, then what follows from all of them together: templates, exits of proxies.</summary>
internal sealed class IngestJob(
    GraphStore graph, StateFolder state, Settler settler, ProgressDisplay display, TimeProvider time, ILogger<IngestionRun> logger)
{
    public async Task<IngestReport> RunAsync(IngestionOptions options, IReadOnlyList<SourceRequest> requests, CancellationToken cancellationToken)
    {
        return await display.RunAsync(async progress =>
        {
            using var kept = await state.OpenAsync(options, cancellationToken);
            var forGraph = options with
            {
                IsUnavailable = error => !cancellationToken.IsCancellationRequested && GraphErrors.IsUnavailable(error),
                RejectsFile = kept.RejectsFile,
            };
            var run = new IngestionRun(forGraph, graph, kept.Spool, time, logger, new Translated<IngestProgress>(progress, Moment));
            var report = await run.RunAsync(requests, cancellationToken);
            await settler.SettleAsync(kept.Spool.Read(), new Translated<TemplateProgress>(progress, Moment), cancellationToken);
            await graph.MarkSettledAsync(cancellationToken);
            return report;
        });
    }

    private static Moment Moment(TemplateProgress at) => new($"Templates: {at.Step}", at.Share);

    private static Moment Moment(IngestProgress at) => new(
        at.State == IngestState.WaitingForDatabase
            ? "Waiting for the database to come back"
            : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(at.Source)} ({at.SourceNumber} of {at.Sources}): {at.Records:N0} records, {at.RecordsPerSecond:N0}/s, {at.Rejected:N0} rejected"),
        at.TotalBytes > 0 ? (double)at.Bytes / at.TotalBytes : null,
        at.TimeLeft);
}
