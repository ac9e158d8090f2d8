using LinkGraph.Graph.Ingest;
using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.Hosting;

/// <summary>
/// What ingestion keeps beside graphs. Each graph has a folder of its own in it: prompts of one must not be settled into another, a
/// graph that was ingested with another state folder must not lose what it has from there, and an ingest into one must not take back the
/// rejects that another has noted of the same source.
/// </summary>
internal sealed class StateFolder(string path, GraphStore graph)
{
    /// <summary>Opens what belongs to the graph.</summary>
    /// <exception cref="IngestionException">The graph has been ingested with another state folder, or with other settings.</exception>
    public async Task<GraphState> OpenAsync(IngestionOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        await graph.EnsureSchemaAsync(cancellationToken);
        var identity = await graph.IdentifyAsync(Guid.CreateVersion7().ToString("N"), options.DescribeRows(), cancellationToken);
        if (!Guid.TryParseExact(identity.Id, "N", out _))
            throw new IngestionException("The identity that the graph holds is none of LinkGraph's.");
        string folder = Path.Combine(path, "prompts", identity.Id);
        if (identity.IsWritten && !Directory.Exists(folder))
        {
            throw new IngestionException(
                $"{path} is not the state folder that this graph was ingested with. Give that one by --state; if it is lost, ingest everything "
                + "into an empty graph.");
        }
        if (identity.IsWritten && identity.Settings != options.DescribeRows())
        {
            throw new IngestionException(
                $"This graph was ingested with other settings ({identity.Settings}; now {options.DescribeRows()}), so that the same facts would "
                + $"not meet. Give --minutes, --hash-facts and {IngestSettings.KeyVariable} as before (not set, it is what {Path.Combine(path, "key")} holds), "
                + "or ingest everything into an empty graph.");
        }
        return new GraphState(new PromptSpool(folder), Path.Combine(path, "rejects", $"{identity.Id}.ndjson"));
    }
}

/// <summary>What is kept of one graph.</summary>
/// <param name="Spool">Its prompt sketches.</param>
/// <param name="RejectsFile">Where its rejects are noted.</param>
internal sealed record GraphState(PromptSpool Spool, string RejectsFile) : IDisposable
{
    public void Dispose() => Spool.Dispose();
}
