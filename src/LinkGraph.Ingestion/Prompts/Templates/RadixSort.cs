namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>Sorts numbers digit by digit, lowest first, leaving out digits that all have in common; equal ones keep their order.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Digits = 6;
    private const int Radix = 1 << Bits;

    /// <summary>Sorts keys; <paramref name="scratch"/> is as long.</summary>
    public static void Sort(Span<ulong> keys, Span<ulong> scratch)
    {
        int[] counts = Count(keys);
        Span<ulong> from = keys;
        Span<ulong> to = scratch[..keys.Length];
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> next = counts.AsSpan(digit * Radix, Radix);
            if (!MakeStarts(next, keys.Length))
            {
                continue;
            }
            int shift = digit * Bits;
            foreach (ulong key in from)
            {
                to[next[(int)(key >> shift) & (Radix - 1)]++] = key;
            }
            Span<ulong> swap = from;
            from = to;
            to = swap;
        }
        if (from != keys)
        {
            from.CopyTo(keys);
        }
    }

    /// <summary>The order of keys as indexes into them; the keys themselves are sorted too.</summary>
    public static int[] Order(ulong[] keys)
    {
        int[] counts = Count(keys);
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        ulong[] from = keys;
        ulong[] to = new ulong[keys.Length];
        int[] toOrder = new int[keys.Length];
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> next = counts.AsSpan(digit * Radix, Radix);
            if (!MakeStarts(next, keys.Length))
            {
                continue;
            }
            int shift = digit * Bits;
            for (int i = 0; i < from.Length; i++)
            {
                int place = next[(int)(from[i] >> shift) & (Radix - 1)]++;
                to[place] = from[i];
                toOrder[place] = order[i];
            }
            (from, to) = (to, from);
            (order, toOrder) = (toOrder, order);
        }
        if (!ReferenceEquals(from, keys))
        {
            from.CopyTo(keys, 0);
        }
        return order;
    }

    private static int[] Count(ReadOnlySpan<ulong> keys)
    {
        int[] counts = new int[Digits * Radix];
        foreach (ulong key in keys)
        {
            for (int digit = 0; digit < Digits; digit++)
            {
                counts[(digit * Radix) + ((int)(key >> (digit * Bits)) & (Radix - 1))]++;
            }
        }
        return counts;
    }

    /// <summary>Makes counts into places to begin at; false where all keys have this digit in common.</summary>
    private static bool MakeStarts(Span<int> counts, int total)
    {
        int start = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] == total)
            {
                return false;
            }
            int count = counts[i];
            counts[i] = start;
            start += count;
        }
        return true;
    }
}
