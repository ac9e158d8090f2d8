using LinkGraph.Graph.Ingest;
using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.Hosting;

/// <summary>
/// What ingestion keeps beside graphs. Each graph has a folder of its own in it: prompts of one must not be settled into another, and a
/// graph that was ingested with another state folder must not lose what it has from there.
/// </summary>
internal sealed class StateFolder(string path, GraphStore graph)
{
    /// <summary>Opens the prompt sketches of the graph.</summary>
    /// <exception cref="IngestionException">The graph has been ingested with another state folder, or with other settings.</exception>
    public async Task<PromptSpool> OpenSpoolAsync(IngestionOptions options, CancellationToken cancellationToken)
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
                + $"not meet. Give --minutes, --hash-facts and {IngestSettings.KeyVariable} as before, or ingest everything into an empty graph.");
        }
        return new PromptSpool(folder);
    }
}
