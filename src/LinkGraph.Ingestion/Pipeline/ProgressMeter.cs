using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>Counts what a run does, and tells about it a few times a second.</summary>
internal sealed class ProgressMeter
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly TimeProvider _time;
    private readonly IProgress<IngestProgress>? _progress;
    private readonly IReadOnlyList<Source> _sources;
    private readonly long? _totalBytes;
    private readonly long _started;
    private readonly Dictionary<RecordKind, KindCount> _kinds = [];
    private long _lastReport;
    private int _number;
    private long _records;
    private long _rejected;
    private long _finishedBytes;
    private long _sourceBytes;
    private long _skippedBytes;

    public ProgressMeter(IReadOnlyList<Source> sources, TimeProvider time, IProgress<IngestProgress>? progress)
    {
        _time = time;
        _progress = progress;
        _sources = sources;
        _totalBytes = sources.Any(source => source.Length is null) ? null : sources.Sum(source => source.Length);
        _started = _lastReport = time.GetTimestamp();
    }

    public IReadOnlyDictionary<RecordKind, KindCount> Kinds => _kinds;

    public long Rows { get; private set; }

    public long Batches { get; private set; }

    public double ReadingSeconds { get; set; }

    public double ParsingSeconds { get; private set; }

    public double SpoolingSeconds { get; set; }

    public double WritingSeconds { get; set; }

    public double TotalSeconds => _time.GetElapsedTime(_started).TotalSeconds;

    private Source Current => _sources[_number - 1];

    public void BeginSource(long skippedRecords, long skippedBytes)
    {
        _number++;
        KindCount count = _kinds.GetValueOrDefault(Current.Kind);
        _kinds[Current.Kind] = count with { Skipped = count.Skipped + skippedRecords };
        _sourceBytes = skippedBytes;
        _skippedBytes += skippedBytes;
        Report(IngestState.Reading, force: true);
    }

    public void AddBatch(int rows)
    {
        Rows += rows;
        Batches++;
        Report(IngestState.Reading, force: false);
    }

    public void AddWindow(WindowResult window)
    {
        KindCount count = _kinds.GetValueOrDefault(Current.Kind);
        _kinds[Current.Kind] = count with { Read = count.Read + window.Records, Rejected = count.Rejected + window.Rejects.Count };
        _records += window.Records;
        _rejected += window.Rejects.Count;
        _sourceBytes = window.InputPosition;
        ParsingSeconds += window.Seconds;
        Report(IngestState.Reading, force: false);
    }

    public void AddDamage()
    {
        KindCount count = _kinds.GetValueOrDefault(Current.Kind);
        _kinds[Current.Kind] = count with { Read = count.Read + 1, Rejected = count.Rejected + 1 };
        _rejected++;
    }

    public void EndSource()
    {
        _finishedBytes += Current.Length ?? 0;
        _sourceBytes = 0;
        Report(IngestState.Reading, force: true);
    }

    public void Report(IngestState state, bool force)
    {
        if (_progress is null || (!force && _time.GetElapsedTime(_lastReport) < Interval))
        {
            return;
        }
        _lastReport = _time.GetTimestamp();
        double seconds = Math.Max(1e-3, TotalSeconds);
        long bytes = _finishedBytes + _sourceBytes;
        double bytesPerSecond = (bytes - _skippedBytes) / seconds;
        TimeSpan? left = _totalBytes is { } total && bytesPerSecond > 0 ? TimeSpan.FromSeconds(Math.Max(0, total - bytes) / bytesPerSecond) : null;
        _progress.Report(new IngestProgress(
            state, Current.Name, _number, _sources.Count, Current.Kind, _records, _rejected, Rows, bytes, _totalBytes, _records / seconds, left));
    }
}
