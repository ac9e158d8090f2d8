using LinkGraph.Model.Ingest;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>
/// Counts an account's exchanges in sampled minutes. Which minutes are sampled is a matter of their hash alone, so what two accounts
/// share of them stays shared, whatever else is ingested.
/// </summary>
internal sealed class MinuteTable(int oneIn)
{
    private readonly PairTable _pairs = new();
    private readonly Dictionary<long, int> _numbers = [];

    /// <summary>Whether a minute (minutes since 1970-01-01 UTC) is sampled where one in so many is.</summary>
    public static bool IsSampled(long minute, int oneIn)
    {
        ulong x = (ulong)minute + 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return (x ^ (x >> 31)) % (ulong)oneIn == 0;
    }

    public void Add(int account, long ticks)
    {
        long minute = (ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMinute;
        if (!IsSampled(minute, oneIn))
        {
            return;
        }
        if (!_numbers.TryGetValue(minute, out int number))
        {
            number = _numbers.Count;
            _numbers.Add(minute, number);
        }
        _pairs.Add(account, number, ticks);
    }

    /// <summary>Sorted by minute.</summary>
    public WindowRow[] Rows(string[] accounts)
    {
        long[] minutes = new long[_numbers.Count];
        int[] order = new int[_numbers.Count];
        var starts = new DateTimeOffset[_numbers.Count];
        foreach ((long minute, int number) in _numbers)
        {
            minutes[number] = minute;
            order[number] = number;
            starts[number] = DateTimeOffset.FromUnixTimeSeconds(minute * 60);
        }
        Array.Sort(minutes, order);
        ReadOnlySpan<PairUse> uses = _pairs.ByFact(order);
        var rows = new WindowRow[uses.Length];
        for (int i = 0; i < uses.Length; i++)
        {
            rows[i] = new WindowRow(accounts[uses[i].Account], starts[uses[i].Fact], uses[i].Count);
        }
        return rows;
    }

    public void Clear()
    {
        _pairs.Clear();
        _numbers.Clear();
    }
}
