using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace LinkGraph.Ingestion.Prompts;

/// <summary>
/// The hash of a word of ASCII letters in two loads: what <see cref="WordHash"/> gives byte by byte. Nearly all words are short and of
/// letters alone, so there is no branch on the length, which nobody could predict.
/// </summary>
internal static class LetterWord
{
    private const int Chunk = sizeof(ulong);
    private const ulong Lower = 0x2020_2020_2020_2020;

    /// <summary>Hashes <c>text[start..end]</c>. False where it is longer than 16 bytes or not of letters alone.</summary>
    /// <param name="text">The text around it, at least eight bytes on both sides.</param>
    /// <param name="start">Begin of a run of letters, digits and bytes beyond ASCII.</param>
    /// <param name="end">Its end.</param>
    /// <param name="hash">The word's.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryHash(ReadOnlySpan<byte> text, int start, int end, out ulong hash)
    {
        // The last 1 to 8 bytes, and the 8 at the beginning where there are more than 8.
        int length = end - start;
        ulong isLong = (ulong)((long)(Chunk - length) >> 63);
        ulong keep = ulong.MaxValue >> (-8 * length); // shifts count modulo 64
        ulong first = BinaryPrimitives.ReadUInt64BigEndian(text.Slice(start, Chunk));
        ulong last = BinaryPrimitives.ReadUInt64BigEndian(text.Slice(end - Chunk, Chunk));
        ulong others = (NotLetters(last) & keep) | (NotLetters(first) & isLong);
        hash = Hashing.Mix((Hashing.Mix(first | Lower) & isLong) ^ ((last | Lower) & keep));
        return length <= 2 * Chunk && others == 0;
    }

    /// <summary>Bits are set in bytes that are digits or beyond ASCII, and in none that is a letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong NotLetters(ulong bytes) => (bytes & 0xC0C0_C0C0_C0C0_C0C0) ^ 0x4040_4040_4040_4040;
}
