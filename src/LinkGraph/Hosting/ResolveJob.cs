using System.Globalization;
using LinkGraph.Graph.Evidence;
using LinkGraph.Graph.Ingest;
using LinkGraph.Graph.Publishing;
using LinkGraph.Output;
using LinkGraph.Resolution;

namespace LinkGraph.Hosting;

/// <summary>Evidence from the graph, operators into it.</summary>
internal sealed class ResolveJob(
    GraphStore graph, EvidenceReader reader, Resolver resolver, Publisher publisher, FactStatistics statistics, ProgressDisplay display, TimeProvider time)
{
    /// <summary>Resolves everything.</summary>
    /// <param name="publish">False: the graph stays as it is.</param>
    /// <param name="cancellationToken">Stops; nothing of a resolution that is stopped is published.</param>
    public Task<ResolveOutcome> RunAsync(bool publish, CancellationToken cancellationToken) => display.RunAsync(async progress =>
    {
        var started = time.GetUtcNow();
        bool unsettled = await graph.IsUnsettledAsync(cancellationToken);
        var evidence = await reader.ReadAsync(null, new Translated<EvidenceProgress>(progress, Moment), cancellationToken);
        var read = time.GetUtcNow();
        var resolution = await Task.Run(
            () => resolver.Resolve(evidence, step => progress.Report(new Moment($"Resolving: {step}")), cancellationToken), cancellationToken);
        var resolved = time.GetUtcNow();
        Publication? publication = null;
        if (publish)
        {
            progress.Report(new Moment(string.Create(CultureInfo.InvariantCulture, $"Publishing {resolution.Operators.Count:N0} operators")));
            string run = $"run-{Guid.CreateVersion7(started):N}";
            publication = await publisher.PublishAsync(resolution, new RunInfo(run, started, evidence.AccountIds.Length), cancellationToken);
            progress.Report(new Moment("Refreshing degrees"));
            await statistics.RefreshAsync(cancellationToken);
        }
        return new ResolveOutcome(resolution, evidence.AccountIds.Length, unsettled, publication, read - started, resolved - read, time.GetUtcNow() - resolved);
    });

    private static Moment Moment(EvidenceProgress at) => new(
        string.Create(CultureInfo.InvariantCulture, $"Reading evidence, {at.Facet}: {at.Facts:N0} facts, {at.Members:N0} uses"),
        (at.Number - 1.0) / at.Of);
}

/// <summary>What a resolution came to, and how long its parts took.</summary>
/// <param name="Resolution">The operators.</param>
/// <param name="Accounts">Accounts looked at.</param>
/// <param name="Unsettled">Whether an ingest ended before templates and exits followed what it had written.</param>
/// <param name="Publication">What was written; null where nothing was to be.</param>
/// <param name="Reading">Reading evidence.</param>
/// <param name="Resolving">From evidence in memory to operators.</param>
/// <param name="Publishing">Writing differences.</param>
internal sealed record ResolveOutcome(
    Model.Operators.ResolvedOperators Resolution, int Accounts, bool Unsettled, Publication? Publication, TimeSpan Reading, TimeSpan Resolving, TimeSpan Publishing);
