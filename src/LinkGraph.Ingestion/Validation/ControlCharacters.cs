using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace LinkGraph.Ingestion.Validation;

/// <summary>Finds ASCII control characters (0 to 31 and 127). Keys are short, so what counts is to look at them in few steps.</summary>
internal static class ControlCharacters
{
    private const ulong Ones = 0x0101_0101_0101_0101;
    private const ulong Highs = 0x8080_8080_8080_8080;

    public static bool AnyIn(ReadOnlySpan<byte> text)
    {
        if (text.Length < sizeof(ulong))
        {
            foreach (byte b in text)
            {
                if (b is < 0x20 or 0x7F)
                {
                    return true;
                }
            }
            return false;
        }
        if (text.Length < Vector128<byte>.Count)
        {
            // The second load overlaps the first.
            return AnyIn(BinaryPrimitives.ReadUInt64LittleEndian(text))
                || AnyIn(BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]));
        }
        for (int at = 0; at < text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            if (AnyIn(Vector128.Create(text[at..])))
            {
                return true;
            }
        }
        return AnyIn(Vector128.Create(text[^Vector128<byte>.Count..]));
    }

    private static bool AnyIn(ulong bytes)
    {
        ulong deletes = bytes ^ (0x7F * Ones);
        return ((((bytes - (0x20 * Ones)) & ~bytes) | ((deletes - Ones) & ~deletes)) & Highs) != 0;
    }

    private static bool AnyIn(Vector128<byte> bytes) =>
        Vector128.LessThanAny(bytes, Vector128.Create((byte)0x20)) || Vector128.EqualsAny(bytes, Vector128.Create((byte)0x7F));
}
