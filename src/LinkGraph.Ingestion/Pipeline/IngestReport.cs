using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>Records of one kind in a run.</summary>
/// <param name="Read">Records read, rejected ones included, blank lines not.</param>
/// <param name="Rejected">Of those, rejected.</param>
/// <param name="Skipped">Records that were in the graph already, from an earlier run.</param>
public readonly record struct KindCount(long Read, long Rejected, long Skipped);

/// <summary>A source of which a part could not be read.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Line">The first line that could not be read; those before are in the graph.</param>
/// <param name="Reason">Why.</param>
public sealed record DamagedSource(string Source, long Line, string Reason);

/// <summary>Where the time of a run went, in seconds. Parsing is added up over all cores; the others are of one thread each.</summary>
/// <param name="Total">From begin to end.</param>
/// <param name="Reading">Reading and cutting into records.</param>
/// <param name="Parsing">Parsing, validation, sketches and aggregation.</param>
/// <param name="Spooling">Keeping sketches on disk.</param>
/// <param name="Writing">The graph's share, waiting for it included.</param>
public sealed record StageSeconds(double Total, double Reading, double Parsing, double Spooling, double Writing);

/// <summary>What a run did.</summary>
/// <param name="Kinds">By kind of record; kinds without a source are absent.</param>
/// <param name="Sources">Sources read.</param>
/// <param name="Damaged">Sources of which a part could not be read: not a success, though the rest is written.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Batches">Transactions committed.</param>
/// <param name="Seconds">By stage.</param>
/// <param name="RejectsFile">Where the rejected records are noted; null where none are.</param>
public sealed record IngestReport(
    IReadOnlyDictionary<RecordKind, KindCount> Kinds, int Sources, IReadOnlyList<DamagedSource> Damaged, long Rows, long Batches, StageSeconds Seconds,
    string? RejectsFile)
{
    /// <summary>Rejected records of all kinds.</summary>
    public long Rejected => Kinds.Values.Sum(kind => kind.Rejected);
}
