using System.Buffers;

namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// Reads all sketches twice: once to learn the accounts and which anchors may come twice, once to keep those. What only one exchange
/// shows, most of all anchors, never takes memory.
/// </summary>
internal static class ExchangeReader
{
    public static ExchangeTable Read(ISketchReader sketches, Action<string, double> report, CancellationToken cancellationToken)
    {
        (string[] accounts, Part[] parts) = ReadParts(sketches, report, cancellationToken);
        return Assemble(accounts, parts, cancellationToken);
    }

    private static (string[] Accounts, Part[] Parts) ReadParts(
        ISketchReader sketches, Action<string, double> report, CancellationToken cancellationToken)
    {
        AnchorSieve sieve = new(sketches.AnchorBound);
        string[] accounts = FindAccounts(sketches, sieve, done => report("reading accounts", done), cancellationToken);
        Dictionary<string, int> numbers = new(accounts.Length, StringComparer.Ordinal);
        for (int a = 0; a < accounts.Length; a++)
        {
            numbers.Add(accounts[a], a);
        }
        Part[] parts = new Part[sketches.BatchCount];
        int read = 0;
        Ranges.ForEach(
            parts.Length,
            i =>
            {
                parts[i] = Keep(sketches.ReadBatch(i), numbers, sieve);
                report("reading anchors", (double)Interlocked.Increment(ref read) / parts.Length);
            },
            cancellationToken);
        return (accounts, parts);
    }

    private static string[] FindAccounts(ISketchReader sketches, AnchorSieve sieve, Action<double> report, CancellationToken cancellationToken)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        int read = 0;
        Ranges.ForEach(sketches.BatchCount, i =>
        {
            SketchBatch batch = sketches.ReadBatch(i);
            foreach (Anchor anchor in batch.Anchors)
            {
                sieve.Add(anchor.Hash);
            }
            // An account that is named without a prompt must not shift the numbers of the others.
            bool[] used = new bool[batch.Accounts.Length];
            for (int e = 0; e < batch.Count; e++)
            {
                used[batch.AccountOf[e]] |= batch.AnchorOffsets[e + 1] > batch.AnchorOffsets[e];
            }
            lock (found)
            {
                for (int a = 0; a < used.Length; a++)
                {
                    if (used[a])
                    {
                        found.Add(batch.Accounts[a]);
                    }
                }
            }
            report((double)Interlocked.Increment(ref read) / sketches.BatchCount);
        }, cancellationToken);
        string[] accounts = [.. found];
        Array.Sort(accounts, StringComparer.Ordinal);
        return accounts;
    }

    private static Part Keep(SketchBatch batch, Dictionary<string, int> numbers, AnchorSieve sieve)
    {
        int[] numberOf = new int[batch.Accounts.Length];
        for (int a = 0; a < numberOf.Length; a++)
        {
            numberOf[a] = numbers.GetValueOrDefault(batch.Accounts[a], -1);
        }
        Part part = new(batch.Count);
        Anchor[] kept = ArrayPool<Anchor>.Shared.Rent(batch.Anchors.Length);
        int row = 0;
        int next = 0;
        for (int e = 0; e < batch.Count; e++)
        {
            ReadOnlySpan<Anchor> anchors = batch.Anchors.AsSpan(batch.AnchorOffsets[e]..batch.AnchorOffsets[e + 1]);
            if (anchors.Length == 0)
            {
                continue;
            }
            ulong content = 0;
            foreach (Anchor anchor in anchors)
            {
                content += Hashing.Mix(((ulong)anchor.Hash << 16) | anchor.Position);
                if (sieve.MayBeShared(anchor.Hash))
                {
                    kept[next++] = anchor;
                }
            }
            int account = numberOf[batch.AccountOf[e]];
            long at = batch.AtUnixSeconds[e];
            part.Keys[row] = Hashing.Mix(content ^ Hashing.Mix((ulong)account ^ Hashing.Mix((ulong)at)));
            part.AccountOf[row] = account;
            part.At[row] = at;
            part.AnchorCount[row] = checked((ushort)anchors.Length);
            part.Offsets[++row] = next;
        }
        part.Rows = row;
        part.Take(kept.AsSpan(0, next));
        ArrayPool<Anchor>.Shared.Return(kept);
        return part;
    }

    /// <summary>Puts the exchanges of all parts into the order of their keys. Those with equal keys are alike, so that it does not matter which is first.</summary>
    private static ExchangeTable Assemble(string[] accounts, Part[] parts, CancellationToken cancellationToken)
    {
        int count = checked(parts.Sum(part => part.Rows));
        ulong[] keys = new ulong[count];
        int[] partOf = new int[count];
        int[] firstOf = new int[parts.Length];
        int row = 0;
        for (int p = 0; p < parts.Length; p++)
        {
            firstOf[p] = row;
            Array.Copy(parts[p].Keys, 0, keys, row, parts[p].Rows);
            partOf.AsSpan(row, parts[p].Rows).Fill(p);
            row += parts[p].Rows;
        }
        int[] order = RadixSort.Order(keys);
        int[] offsets = new int[count + 1];
        for (int e = 0; e < count; e++)
        {
            int p = partOf[order[e]];
            int i = order[e] - firstOf[p];
            offsets[e + 1] = checked(offsets[e] + parts[p].Offsets[i + 1] - parts[p].Offsets[i]);
        }
        ExchangeTable table = new()
        {
            Accounts = accounts,
            AccountOf = new int[count],
            At = new long[count],
            AnchorCount = new ushort[count],
            Offsets = offsets,
            Shown = new uint[offsets[count]],
            Position = new ushort[offsets[count]],
        };
        Ranges.ForEach(count, 1 << 14, (from, to) =>
        {
            for (int e = from; e < to; e++)
            {
                Part part = parts[partOf[order[e]]];
                int i = order[e] - firstOf[partOf[order[e]]];
                table.AccountOf[e] = part.AccountOf[i];
                table.At[e] = part.At[i];
                table.AnchorCount[e] = part.AnchorCount[i];
                int length = offsets[e + 1] - offsets[e];
                part.Hashes.AsSpan(part.Offsets[i], length).CopyTo(table.Shown.AsSpan(offsets[e]));
                part.Positions.AsSpan(part.Offsets[i], length).CopyTo(table.Position.AsSpan(offsets[e]));
            }
        }, cancellationToken);
        return table;
    }

    /// <summary>What is kept of one batch.</summary>
    private sealed class Part(int exchanges)
    {
        public int Rows { get; set; }

        public ulong[] Keys { get; } = new ulong[exchanges];

        public int[] AccountOf { get; } = new int[exchanges];

        public long[] At { get; } = new long[exchanges];

        public ushort[] AnchorCount { get; } = new ushort[exchanges];

        public int[] Offsets { get; } = new int[exchanges + 1];

        public uint[] Hashes { get; private set; } = [];

        public ushort[] Positions { get; private set; } = [];

        public void Take(ReadOnlySpan<Anchor> kept)
        {
            Hashes = new uint[kept.Length];
            Positions = new ushort[kept.Length];
            for (int i = 0; i < kept.Length; i++)
            {
                (Hashes[i], Positions[i]) = (kept[i].Hash, kept[i].Position);
            }
        }
    }
}
