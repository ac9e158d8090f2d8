using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LinkGraph.Ingestion.Prompts;

/// <summary>
/// Finds where runs of bytes that can be part of a word (ASCII letters, digits, all that is not ASCII) begin and end, 64 bytes at a time.
/// </summary>
internal static class WordEdges
{
    public const int BlockBytes = 64;

    /// <summary>So many edges are written at a time.</summary>
    private const int Together = 8;

    /// <summary>Room that <see cref="Find"/> needs for a text of so many bytes.</summary>
    public static int Room(int bytes) => bytes + Together;

    /// <summary>Writes the places where a run begins or ends, alternately; a run that goes on behind the text has no end.</summary>
    /// <param name="text">Whole blocks.</param>
    /// <param name="inRun">Whether a run goes on from before the text; afterwards, whether one goes on behind it.</param>
    /// <param name="edges">Where to write; see <see cref="Room"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Find(ReadOnlySpan<byte> text, ref bool inRun, Span<int> edges)
    {
        int count = 0;
        ulong last = inRun ? 1UL : 0;
        for (int at = 0; at < text.Length; at += BlockBytes)
        {
            ulong mask = Mask(text.Slice(at, BlockBytes));
            ulong bits = mask ^ ((mask << 1) | last);
            last = mask >> (BlockBytes - 1);
            int next = count + BitOperations.PopCount(bits);
            // In groups, because how many there are is hard to predict; the last group writes more than there are.
            for (; count < next; count += Together)
            {
                Span<int> group = edges.Slice(count, Together);
                for (int i = 0; i < Together; i++)
                {
                    group[i] = at + BitOperations.TrailingZeroCount(bits);
                    bits &= bits - 1;
                }
            }
            count = next;
        }
        inRun = last != 0;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(ReadOnlySpan<byte> block)
    {
        uint low = Mask(Vector256.Create(block));
        uint high = Mask(Vector256.Create(block[Vector256<byte>.Count..]));
        return ((ulong)high << Vector256<byte>.Count) | low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mask(Vector256<byte> bytes)
    {
        Vector256<byte> lower = bytes | Vector256.Create((byte)0x20);
        Vector256<byte> letters = Vector256.LessThanOrEqual(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)('z' - 'a')));
        Vector256<byte> digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        return (letters | digits | bytes).ExtractMostSignificantBits();
    }
}
