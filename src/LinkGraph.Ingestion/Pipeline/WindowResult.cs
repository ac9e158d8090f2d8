using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Rejects;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>A window, parsed: everything the writer needs.</summary>
/// <param name="FirstRecord">Position of its first record.</param>
/// <param name="EndRecord">Position behind its last.</param>
/// <param name="EndOffset">The same in bytes, where known.</param>
/// <param name="InputPosition">Bytes of the input done with, for progress.</param>
/// <param name="Records">Records in it, blank lines not counted.</param>
/// <param name="Rejects">In the order of their lines.</param>
/// <param name="Batches">At least one; their checkpoints are still to be set.</param>
/// <param name="BatchRows">What they were cut by.</param>
/// <param name="Sketches">Of the prompts; null for kinds without.</param>
/// <param name="Seconds">That parsing took.</param>
internal sealed record WindowResult(
    long FirstRecord, long EndRecord, long EndOffset, long InputPosition, int Records, IReadOnlyList<Reject> Rejects,
    IReadOnlyList<IngestBatch> Batches, int BatchRows, SketchBatch? Sketches, double Seconds);
