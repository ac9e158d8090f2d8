using System.Runtime.CompilerServices;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>How often, and from when to when (UTC ticks), an account was seen with a fact.</summary>
internal struct PairUse
{
    public int Account;
    public int Fact;
    public int Count;
    public long First;
    public long Last;
}

/// <summary>Counts (account, fact) pairs, in the order in which they first come. Emptied and used again for each window.</summary>
internal sealed class PairTable
{
    private int[] _slots = new int[1024];
    private PairUse[] _uses = new PairUse[512];
    private PairUse[] _sorted = [];
    private int _count;
    private int _last;

    /// <summary>The pairs counted.</summary>
    public ReadOnlySpan<PairUse> Uses => _uses.AsSpan(0, _count);

    public void Add(int account, int fact, long ticks)
    {
        // An account's exchanges often come one after the other, and it does not change its habits with each.
        if (_last < _count && Counted(ref _uses[_last], account, fact, ticks))
        {
            return;
        }
        int mask = _slots.Length - 1;
        int slot = Hash(account, fact) & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            _last = _slots[slot] - 1;
            if (Counted(ref _uses[_last], account, fact, ticks))
            {
                return;
            }
        }
        _last = _count;
        Insert(slot, new PairUse { Account = account, Fact = fact, Count = 1, First = ticks, Last = ticks });
    }

    public void Clear()
    {
        Array.Clear(_slots);
        _count = 0;
    }

    /// <summary>The pairs grouped by fact, the facts in the order given (all of them), the accounts of a fact as they came; overwritten by the next call.</summary>
    public ReadOnlySpan<PairUse> ByFact(int[] factsInOrder)
    {
        int[] next = new int[factsInOrder.Length];
        foreach (ref readonly PairUse use in Uses)
        {
            next[use.Fact]++;
        }
        int start = 0;
        foreach (int fact in factsInOrder)
        {
            (next[fact], start) = (start, start + next[fact]);
        }
        if (_sorted.Length < _count)
        {
            _sorted = new PairUse[_uses.Length];
        }
        foreach (ref readonly PairUse use in Uses)
        {
            _sorted[next[use.Fact]++] = use;
        }
        return _sorted.AsSpan(0, _count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Counted(ref PairUse use, int account, int fact, long ticks)
    {
        if (use.Account != account || use.Fact != fact)
        {
            return false;
        }
        use.Count++;
        use.First = Math.Min(use.First, ticks);
        use.Last = Math.Max(use.Last, ticks);
        return true;
    }

    private static int Hash(int account, int fact)
    {
        ulong x = (((ulong)(uint)account << 32) | (uint)fact) * 0x9E3779B97F4A7C15;
        return (int)(x >> 33);
    }

    private void Insert(int slot, PairUse use)
    {
        if (_count == _uses.Length)
        {
            Array.Resize(ref _uses, _count * 2);
        }
        _uses[_count++] = use;
        _slots[slot] = _count;
        if (_count * 2 <= _slots.Length)
        {
            return;
        }
        _slots = new int[_slots.Length * 2];
        int mask = _slots.Length - 1;
        for (int i = 0; i < _count; i++)
        {
            int free = Hash(_uses[i].Account, _uses[i].Fact) & mask;
            while (_slots[free] != 0)
            {
                free = (free + 1) & mask;
            }
            _slots[free] = i + 1;
        }
    }
}
