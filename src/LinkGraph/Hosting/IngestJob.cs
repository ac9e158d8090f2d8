using System.Globalization;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Ingest;
using LinkGraph.Output;
using Microsoft.Extensions.Logging;

namespace LinkGraph.Hosting;

/// <summary>Sources into the graph, then what follows from all of them together: templates, exits of proxies.</summary>
internal sealed class IngestJob(IGraphStore graph, PromptSpool spool, ProgressDisplay display, TimeProvider time, ILogger<IngestionRun> logger)
{
    public async Task<IngestReport> RunAsync(IngestionOptions options, IReadOnlyList<SourceRequest> requests, CancellationToken cancellationToken)
    {
        var report = await display.RunAsync(progress => new IngestionRun(
            options, graph, spool, time, logger, new Translated<IngestProgress>(progress, Moment)).RunAsync(requests, cancellationToken));
        return report;
    }

    private static Moment Moment(IngestProgress at) => new(
        at.State == IngestState.WaitingForDatabase
            ? "Waiting for the database to come back"
            : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(at.Source)} ({at.SourceNumber} of {at.Sources}): {at.Records:N0} records, {at.RecordsPerSecond:N0}/s, {at.Rejected:N0} rejected"),
        at.TotalBytes > 0 ? (double)at.Bytes / at.TotalBytes : null,
        at.TimeLeft);
}
