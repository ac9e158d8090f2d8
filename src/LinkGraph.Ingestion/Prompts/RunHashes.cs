using System.Runtime.Intrinsics;

namespace LinkGraph.Ingestion.Prompts;

/// <summary>Hashes runs of four words, four runs at a time.</summary>
internal static class RunHashes
{
    /// <summary>So many entries behind the words and the runs must be there to read and to overwrite.</summary>
    public const int Slack = 8;

    private static Vector256<ulong> Steps => Vector256.Create(0UL, 1, 2, 3);

    /// <summary>Writes for each run its hash, of which the lower 16 bits are replaced by its position.</summary>
    /// <param name="words">Hashes of words, three more than there are runs.</param>
    /// <param name="runs">Where to write.</param>
    /// <param name="count">How many runs there are.</param>
    /// <param name="first">Position of the first.</param>
    public static void Of(ReadOnlySpan<ulong> words, Span<ulong> runs, int count, int first)
    {
        for (int i = 0; i < count; i += Vector256<ulong>.Count)
        {
            Vector256<ulong> a = Vector256.Create(words[i..]);
            Vector256<ulong> b = Vector256.Create(words[(i + 1)..]);
            Vector256<ulong> c = Vector256.Create(words[(i + 2)..]);
            Vector256<ulong> d = Vector256.Create(words[(i + 3)..]);
            // a * 3 + b * 5 + c * 7 + d * 11 in shifts: vectors have no fast multiplication of 64 bits.
            Vector256<ulong> hash = Hashing.Mix(a + (a << 1) + b + (b << 2) + (c << 3) - c + (d << 3) + (d << 1) + d);
            Vector256<ulong> position = Vector256.Create((ulong)first + (ulong)i) + Steps;
            Vector256<ulong> run = (hash & Vector256.Create(~0xFFFFUL)) | Vector256.Min(position, Vector256.Create((ulong)ushort.MaxValue));
            run.CopyTo(runs[i..]);
        }
    }
}
