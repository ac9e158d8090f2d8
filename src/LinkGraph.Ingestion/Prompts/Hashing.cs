using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LinkGraph.Ingestion.Prompts;

/// <summary>The hash functions of sketches: plain arithmetic, so that every machine and every run gives the same.</summary>
internal static class Hashing
{
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

    /// <summary>As <see cref="Mix(ulong)"/>, four at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Mix(Vector256<ulong> x)
    {
        x ^= x >>> 32;
        x *= 0xD6E8FEB86659FD93;
        x ^= x >>> 32;
        x *= 0xD6E8FEB86659FD93;
        return x ^ (x >>> 32);
    }
}
