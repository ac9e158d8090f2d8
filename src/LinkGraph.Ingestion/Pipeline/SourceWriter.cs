using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Rejects;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>
/// Writes the windows of one source, one batch after the other. For each window: rejects are noted and their share is checked, the
/// sketches are kept, then the batches are committed; each commit moves the checkpoint, so a run that dies anywhere goes on with the
/// next batch.
/// </summary>
internal sealed class SourceWriter(
    SourcePlan plan, IngestionOptions options, IGraphStore graph, IPromptSpool spool, RejectLog rejects, GraphSupervisor supervisor,
    ProgressMeter meter, TimeProvider time)
{
    private readonly Source _source = plan.Source;
    private readonly RejectLimit _limit = new(options.MaxRejectShare, options.ToleratedRejects);
    private ResumePoint _point = plan.Point;
    private long _seq = plan.Seq;
    private int _written = plan.Point.WindowRecords > 0 ? plan.Point.Batches : 0;

    public async Task WriteAsync(WindowResult window, CancellationToken cancellationToken)
    {
        rejects.Append(_source.Name, _source.Place, _source.Schema.FileName, window.Rejects);
        _limit.Check(_source.Place, window.Records, window.Rejects, options.RejectsFile);
        if (_written > 0 && (window.Batches.Count <= _written || window.EndRecord - window.FirstRecord != _point.WindowRecords))
        {
            throw new IngestionException(
                $"{_source.Place}: from record {window.FirstRecord + 1} on it is not what it was when ingestion was interrupted. "
                + "Put back the file as it was and run again.");
        }
        if (_written == 0 && window.Sketches is not null)
        {
            long started = time.GetTimestamp();
            spool.Append(_source.Name, _seq + 1, window.Sketches);
            meter.SpoolingSeconds += time.GetElapsedTime(started).TotalSeconds;
        }
        for (int i = _written; i < window.Batches.Count; i++)
        {
            await CommitAsync(window, i, cancellationToken);
        }
        _written = 0;
        meter.AddWindow(window);
    }

    private async Task CommitAsync(WindowResult window, int index, CancellationToken cancellationToken)
    {
        bool last = index == window.Batches.Count - 1;
        ResumePoint point = last
            ? _point with { Offset = window.EndOffset, Batches = index + 1, WindowRecords = 0, BatchRows = 0 }
            : _point with { Batches = index + 1, WindowRecords = (int)(window.EndRecord - window.FirstRecord), BatchRows = window.BatchRows };
        var checkpoint = new Checkpoint(_source.Name, _seq + 1, last ? window.EndRecord : window.FirstRecord, point.ToString());
        IngestBatch batch = window.Batches[index] with { Checkpoint = checkpoint };
        long started = time.GetTimestamp();
        bool written = await supervisor.RunAsync(token => graph.WriteAsync(batch, token), cancellationToken);
        // If not, the reply to the commit was lost and the repetition found the batch there; or somebody else has written another one.
        if (!written && await supervisor.RunAsync(token => graph.ReadCheckpointAsync(_source.Name, token), cancellationToken) != checkpoint)
        {
            throw new IngestionException($"{_source.Place}: another process ingests it into this graph too. Run again when that has ended.");
        }
        meter.WritingSeconds += time.GetElapsedTime(started).TotalSeconds;
        _seq++;
        _point = point;
        meter.AddBatch(batch.RowCount);
    }
}
