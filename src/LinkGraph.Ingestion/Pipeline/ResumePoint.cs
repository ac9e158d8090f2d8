using System.Globalization;
using System.IO.Hashing;
using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>
/// What a checkpoint's fingerprint holds: what the source began with, how far it was read in bytes, and how the last window was cut.
/// <see cref="Checkpoint.Position"/> is always the beginning of a window: of the next one, or of the one under way, of which
/// <paramref name="Batches"/> have been written and which must be cut again just so.
/// </summary>
/// <param name="HeadBytes">So many first bytes were hashed.</param>
/// <param name="HeadHash">Their hash.</param>
/// <param name="Offset">The position in bytes where the source can be sought; else 0.</param>
/// <param name="Batches">Batches of the last window written.</param>
/// <param name="WindowRecords">Records of the window under way; 0 if the last window is complete.</param>
/// <param name="BatchRows">Rows of its batches.</param>
internal sealed record ResumePoint(int HeadBytes, ulong HeadHash, long Offset, int Batches, int WindowRecords = 0, int BatchRows = 0)
{
    /// <summary>The beginning of a source.</summary>
    public static ResumePoint Start(ReadOnlySpan<byte> head) => new(head.Length, XxHash3.HashToUInt64(head), 0, 0);

    /// <summary>Reads the fingerprint of a checkpoint.</summary>
    /// <exception cref="IngestionException">It is not one of ours.</exception>
    public static ResumePoint Parse(Checkpoint checkpoint)
    {
        string[] parts = checkpoint.Fingerprint.Split(' ');
        if (parts.Length == 6
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int headBytes)
            && ulong.TryParse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong headHash)
            && long.TryParse(parts[2], CultureInfo.InvariantCulture, out long offset)
            && int.TryParse(parts[3], CultureInfo.InvariantCulture, out int batches)
            && int.TryParse(parts[4], CultureInfo.InvariantCulture, out int windowRecords)
            && int.TryParse(parts[5], CultureInfo.InvariantCulture, out int batchRows))
        {
            return new ResumePoint(headBytes, headHash, offset, batches, windowRecords, batchRows);
        }
        throw new IngestionException($"{checkpoint.Source}: the checkpoint in the graph was written by another version of LinkGraph; ingest into an empty graph.");
    }

    /// <summary>Whether a source that begins with <paramref name="head"/> can be the one that this was written for.</summary>
    public bool Matches(ReadOnlySpan<byte> head) => head.Length >= HeadBytes && XxHash3.HashToUInt64(head[..HeadBytes]) == HeadHash;

    /// <summary>As the checkpoint keeps it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{HeadBytes} {HeadHash:x16} {Offset} {Batches} {WindowRecords} {BatchRows}");
}
