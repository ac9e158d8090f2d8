using System.Runtime.CompilerServices;

namespace LinkGraph.Ingestion.Prompts;

/// <summary>The hash functions of sketches: plain arithmetic, so that every machine and every run gives the same.</summary>
internal static class Hashing
{
    /// <summary>Start value of <see cref="Step"/> (FNV-1a).</summary>
    public const ulong Start = 0xcbf29ce484222325;

    /// <summary>A bijection whose output bits all depend on all input bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong x)
    {
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        return x ^ (x >> 32);
    }

    /// <summary>Takes one byte into a hash (FNV-1a).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ulong x, byte b) => (x ^ b) * 0x100000001b3;
}
