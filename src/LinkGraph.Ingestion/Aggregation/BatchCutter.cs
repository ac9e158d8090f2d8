using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>Cuts the rows of a window into batches of bounded size. The same rows give the same batches.</summary>
internal sealed class BatchCutter(int batchRows)
{
    private static readonly IngestBatch Empty = new(new Checkpoint("", 0, 0, ""));
    private readonly List<IngestBatch> _batches = [];
    private IngestBatch _current = Empty;
    private readonly int _batchRows = batchRows;
    private int _room = batchRows;

    /// <summary>Adds rows of one list of the batch; a list is added once, or anew after <see cref="EndBatch"/>.</summary>
    public void Add<T>(T[] rows, Func<IngestBatch, IReadOnlyList<T>, IngestBatch> put)
    {
        for (int start = 0; start < rows.Length;)
        {
            if (_room == 0)
            {
                EndBatch();
            }
            int count = Math.Min(_room, rows.Length - start);
            _current = put(_current, new ArraySegment<T>(rows, start, count));
            _room -= count;
            start += count;
        }
    }

    /// <summary>What is added next goes to another batch.</summary>
    public void EndBatch()
    {
        if (_room < _batchRows)
        {
            _batches.Add(_current);
            _current = Empty;
            _room = _batchRows;
        }
    }

    /// <summary>All batches, at least one: a window without rows still moves the checkpoint.</summary>
    public IReadOnlyList<IngestBatch> Finish()
    {
        EndBatch();
        if (_batches.Count == 0)
        {
            _batches.Add(Empty);
        }
        return _batches;
    }
}
