namespace LinkGraph.Model.Ingest;

/// <summary>How far a source has been written: everything up to and with batch <paramref name="Seq"/> is in the graph.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Seq">Number of the last batch applied; the first batch is 1.</param>
/// <param name="Position">Where the source goes on after that batch, in the source's own terms (records read).</param>
/// <param name="Fingerprint">Of the beginning of the source, so that another file under the same name is noticed.</param>
public sealed record Checkpoint(string Source, long Seq, long Position, string Fingerprint);
