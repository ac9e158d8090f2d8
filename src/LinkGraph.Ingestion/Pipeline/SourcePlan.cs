using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>A source and where it goes on.</summary>
/// <param name="Source">The source.</param>
/// <param name="Seq">Number of the last batch written.</param>
/// <param name="Position">Records of complete windows written.</param>
/// <param name="Point">How to go on there.</param>
internal sealed record SourcePlan(Source Source, long Seq, long Position, ResumePoint Point)
{
    /// <summary>Compares a source with what the graph has of it.</summary>
    /// <exception cref="IngestionException">It is another source under the same name.</exception>
    public static SourcePlan Make(Source source, ReadOnlySpan<byte> head, Checkpoint? checkpoint)
    {
        if (checkpoint is null)
        {
            return new SourcePlan(source, 0, 0, ResumePoint.Start(head));
        }
        ResumePoint point = ResumePoint.Parse(checkpoint);
        if (!point.Matches(head))
        {
            throw new IngestionException(
                $"{source.Place}: its beginning{(source.Schema.Mapping is null ? "" : ", or the mapping,")} has changed since it was ingested as {source.Name}. A source may grow at its end; give other "
                + "data another name.");
        }
        if (source.CanSeek && source.Length < point.Offset)
        {
            throw new IngestionException($"{source.Place}: has {source.Length} bytes, fewer than the {point.Offset} that have been written from it.");
        }
        ResumePoint start = ResumePoint.Start(head);
        return new SourcePlan(
            source, checkpoint.Seq, checkpoint.Position, point with { HeadBytes = start.HeadBytes, HeadHash = start.HeadHash });
    }

    /// <summary>Makes the spool hold what the graph has acknowledged, no more and no less.</summary>
    /// <exception cref="IngestionException">It holds less.</exception>
    public void Align(IPromptSpool spool)
    {
        if (Source.Kind != RecordKind.Exchanges)
        {
            return;
        }
        spool.DropAfter(Source.Name, Seq);
        // The sketches of a window are kept under the number of its first batch.
        long expected = Seq - Point.Batches + 1;
        if (Seq > 0 && (spool.LastSeq(Source.Name) ?? 0) < expected)
        {
            throw new IngestionException(
                $"{Source.Place}: the graph has its batches up to {Seq}, but the state directory lacks the prompt sketches that go with them. "
                + "Use the state directory that this graph was ingested with; if it is lost, ingest everything into an empty graph.");
        }
    }
}
