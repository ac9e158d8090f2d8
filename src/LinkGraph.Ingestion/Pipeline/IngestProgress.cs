using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>What ingestion is doing.</summary>
public enum IngestState
{
    Reading,

    /// <summary>The database is away; the run goes on when it is back.</summary>
    WaitingForDatabase,
}

/// <summary>A moment of a run, for a progress display.</summary>
/// <param name="State">Reading, or waiting.</param>
/// <param name="Source">Name of the source at hand.</param>
/// <param name="SourceNumber">Its number, from 1.</param>
/// <param name="Sources">How many there are.</param>
/// <param name="Kind">Of its records.</param>
/// <param name="Records">Records of all sources written in this run.</param>
/// <param name="Rejected">Of those, rejected.</param>
/// <param name="Rows">Rows written in this run.</param>
/// <param name="Bytes">Bytes of the input done with.</param>
/// <param name="TotalBytes">Of all sources; null where one does not say.</param>
/// <param name="RecordsPerSecond">Since the run began.</param>
/// <param name="TimeLeft">By bytes; null where that cannot be told.</param>
public sealed record IngestProgress(
    IngestState State, string Source, int SourceNumber, int Sources, RecordKind Kind, long Records, long Rejected, long Rows,
    long Bytes, long? TotalBytes, double RecordsPerSecond, TimeSpan? TimeLeft);
