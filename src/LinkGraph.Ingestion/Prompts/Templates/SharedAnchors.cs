using System.Buffers;
using System.Numerics;

namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// The anchors that two exchanges or more show, and the accounts of each: anchor <c>x</c> is on the accounts
/// <c>[Offsets[x]..Offsets[x + 1]]</c>, ascending.
/// </summary>
internal sealed class SharedAnchors
{
    private const int TargetPartition = 1 << 21;
    private const int MostPartitionBits = 6;

    private SharedAnchors(uint[] hashes, int[] offsets, int[] accounts)
    {
        Hashes = hashes;
        Offsets = offsets;
        Accounts = accounts;
    }

    /// <summary>Ascending.</summary>
    public uint[] Hashes { get; }

    public int[] Offsets { get; }

    public int[] Accounts { get; }

    public int Count => Hashes.Length;

    public ReadOnlySpan<int> AccountsOf(int anchor) => Accounts.AsSpan(Offsets[anchor]..Offsets[anchor + 1]);

    public int Size(int anchor) => Offsets[anchor + 1] - Offsets[anchor];

    /// <summary>Counts exactly, and returns the table with numbers of shared anchors in place of hashes, the others left out.</summary>
    public static (SharedAnchors Anchors, ExchangeTable Exchanges) Find(ExchangeTable exchanges, CancellationToken cancellationToken)
    {
        int bits = Math.Clamp(BitOperations.Log2((uint)exchanges.Shown.Length / TargetPartition + 1) + 1, 1, MostPartitionBits);
        Partition[] partitions = new Partition[1 << bits];
        Ranges.ForEach(partitions.Length, p => partitions[p] = CountPartition(exchanges, p, bits), cancellationToken);
        SharedAnchors anchors = Join(partitions);
        return (anchors, anchors.Number(exchanges, cancellationToken));
    }

    private static Partition CountPartition(ExchangeTable exchanges, int partition, int bits)
    {
        int shift = 32 - bits;
        int count = 0;
        foreach (uint hash in exchanges.Shown)
        {
            count += hash >> shift == partition ? 1 : 0;
        }
        ulong[] pairs = ArrayPool<ulong>.Shared.Rent(count);
        ulong[] scratch = ArrayPool<ulong>.Shared.Rent(count);
        int next = 0;
        for (int e = 0; e < exchanges.Count; e++)
        {
            uint account = (uint)exchanges.AccountOf[e];
            for (int i = exchanges.Offsets[e]; i < exchanges.Offsets[e + 1]; i++)
            {
                if (exchanges.Shown[i] >> shift == partition)
                {
                    pairs[next++] = ((ulong)exchanges.Shown[i] << 32) | account;
                }
            }
        }
        RadixSort.Sort(pairs.AsSpan(0, count), scratch);
        Partition collected = Collect(pairs.AsSpan(0, count));
        ArrayPool<ulong>.Shared.Return(pairs);
        ArrayPool<ulong>.Shared.Return(scratch);
        return collected;
    }

    private static Partition Collect(ReadOnlySpan<ulong> pairs)
    {
        List<uint> hashes = [];
        List<int> sizes = [];
        List<int> accounts = new(pairs.Length / 2);
        for (int from = 0; from < pairs.Length;)
        {
            uint hash = (uint)(pairs[from] >> 32);
            int to = from + 1;
            while (to < pairs.Length && (uint)(pairs[to] >> 32) == hash)
            {
                to++;
            }
            if (to - from > 1)
            {
                int before = accounts.Count;
                for (int i = from; i < to; i++)
                {
                    if (i == from || pairs[i] != pairs[i - 1])
                    {
                        accounts.Add((int)(uint)pairs[i]);
                    }
                }
                hashes.Add(hash);
                sizes.Add(accounts.Count - before);
            }
            from = to;
        }
        return new Partition(hashes, sizes, accounts);
    }

    private static SharedAnchors Join(Partition[] partitions)
    {
        int count = checked(partitions.Sum(p => p.Hashes.Count));
        uint[] hashes = new uint[count];
        int[] offsets = new int[count + 1];
        int[] accounts = new int[checked(partitions.Sum(p => p.Accounts.Count))];
        int anchor = 0;
        foreach (Partition partition in partitions)
        {
            partition.Accounts.CopyTo(accounts, offsets[anchor]);
            for (int i = 0; i < partition.Hashes.Count; i++, anchor++)
            {
                hashes[anchor] = partition.Hashes[i];
                offsets[anchor + 1] = offsets[anchor] + partition.Sizes[i];
            }
        }
        return new SharedAnchors(hashes, offsets, accounts);
    }

    private ExchangeTable Number(ExchangeTable exchanges, CancellationToken cancellationToken)
    {
        const uint Absent = uint.MaxValue;
        HashIndex index = new(Hashes);
        uint[] shown = exchanges.Shown;
        Ranges.ForEach(shown.Length, 1 << 16, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                int anchor = index.Find(shown[i]);
                shown[i] = anchor < 0 ? Absent : (uint)anchor;
            }
        }, cancellationToken);
        int[] offsets = new int[exchanges.Count + 1];
        int next = 0;
        for (int e = 0; e < exchanges.Count; e++)
        {
            for (int i = exchanges.Offsets[e]; i < exchanges.Offsets[e + 1]; i++)
            {
                if (shown[i] != Absent)
                {
                    shown[next] = shown[i];
                    exchanges.Position[next++] = exchanges.Position[i];
                }
            }
            offsets[e + 1] = next;
        }
        return new ExchangeTable
        {
            Accounts = exchanges.Accounts,
            AccountOf = exchanges.AccountOf,
            At = exchanges.At,
            AnchorCount = exchanges.AnchorCount,
            Offsets = offsets,
            Shown = shown,
            Position = exchanges.Position,
        };
    }

    private sealed record Partition(List<uint> Hashes, List<int> Sizes, List<int> Accounts);

    /// <summary>Finds the place of a hash among sorted ones: hashes are spread evenly, so their upper bits lead to the few that may be it.</summary>
    private sealed class HashIndex
    {
        private readonly uint[] _hashes;
        private readonly int[] _starts;
        private readonly int _shift;

        public HashIndex(uint[] hashes)
        {
            _hashes = hashes;
            int bits = Math.Clamp(BitOperations.Log2((uint)hashes.Length + 1), 1, 24);
            _shift = 32 - bits;
            _starts = new int[(1 << bits) + 1];
            foreach (uint hash in hashes)
            {
                _starts[(hash >> _shift) + 1]++;
            }
            for (int i = 1; i < _starts.Length; i++)
            {
                _starts[i] += _starts[i - 1];
            }
        }

        public int Find(uint hash)
        {
            uint bucket = hash >> _shift;
            for (int i = _starts[bucket]; i < _starts[bucket + 1]; i++)
            {
                if (_hashes[i] == hash)
                {
                    return i;
                }
            }
            return -1;
        }
    }
}
