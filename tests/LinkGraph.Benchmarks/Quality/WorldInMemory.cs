using LinkGraph.Benchmarks.InMemory;
using LinkGraph.Files;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Settling;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Evaluation;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkGraph.Benchmarks.Quality;

/// <summary>A world ingested into memory.</summary>
internal sealed record WorldInMemory(string Name, IReadOnlyList<TruthRow> Truth, EvidenceSet Evidence, TimeSpan Ingesting, TimeSpan Settling)
{
    /// <param name="folder">Records and truth.</param>
    /// <param name="cache">Where worlds that were ingested before are kept, by name; null: nowhere.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<WorldInMemory> LoadAsync(DirectoryInfo folder, DirectoryInfo? cache, CancellationToken cancellationToken)
    {
        string? kept = cache is null ? null : Path.Combine(cache.FullName, folder.Name + ".evidence");
        if (kept is not null && File.Exists(kept))
            return new WorldInMemory(folder.Name, ReadTruth(folder), EvidenceFile.Read(kept), default, default);
        var world = await IngestAsync(folder, cancellationToken);
        if (kept is not null)
        {
            cache!.Create();
            EvidenceFile.Write(kept, world.Evidence);
        }

        return world;
    }

    private static List<TruthRow> ReadTruth(DirectoryInfo folder) => TruthFile.Read(folder.GetFiles("truth.csv*").SingleOrDefault()
        ?? throw new FileNotFoundException($"{folder.FullName} has no truth.csv."));

    private static async Task<WorldInMemory> IngestAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var truth = ReadTruth(folder);
        var state = Directory.CreateTempSubdirectory("linkgraph-quality-");
        try
        {
            var graph = new InMemoryGraph();
            using var spool = new PromptSpool(state.FullName);
            long started = TimeProvider.System.GetTimestamp();
            await new IngestionRun(new IngestionOptions { Key = new byte[32] }, graph, spool, TimeProvider.System, NullLogger.Instance)
                .RunAsync([new PathRequest(folder.FullName)], cancellationToken);
            var ingesting = TimeProvider.System.GetElapsedTime(started);
            await new Settler(graph, NullLogger<Settler>.Instance).SettleAsync(spool.Read(), null, cancellationToken);
            var settling = TimeProvider.System.GetElapsedTime(started) - ingesting;
            return new WorldInMemory(folder.Name, truth, graph.ToEvidence(), ingesting, settling);
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }
}
