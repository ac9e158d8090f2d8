using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Records;

/// <summary>Step: which pairs of records are worth comparing. For each record those that share most with it, each key counting by its rarity.</summary>
internal static class Candidates
{
    private const int Size = 256;

    /// <summary>Pairs with the smaller number first, sorted.</summary>
    public static (int A, int B)[] Find(RecordTable records, ResolutionSettings settings, CancellationToken cancellationToken)
    {
        var keysOf = BlockingKeys.Of(records, out var keys);
        List<(int Key, int Record)> pairs = [];
        for (var record = 0; record < records.Count; record++)
        {
            foreach (var key in keysOf.Of(record))
            {
                pairs.Add((key, record));
            }
        }

        var recordsOf = Rows.Of(keys, pairs);
        var pool = new ScratchPool<Scores>(() => new Scores(records.Count));
        var found = new List<long>[(records.Count + Size - 1) / Size];
        Ranges.For(records.Count, Size, pool, (from, to, scores) =>
        {
            List<long> near = [];
            for (var record = from; record < to; record++)
            {
                foreach (var key in keysOf.Of(record))
                {
                    var sharing = recordsOf.Of(key);
                    if (sharing.Length > 1 && sharing.Length <= settings.MostSharing)
                    {
                        scores.Add(sharing, (float)Math.Log2(records.Count / (double)sharing.Length) + 0.01f);
                    }
                }

                scores.Take(record, settings.NearestRecords, near);
            }

            found[from / Size] = near;
        }, cancellationToken);
        var all = found.SelectMany(near => near).ToArray();
        Array.Sort(all);
        return all.Where((pair, i) => i == 0 || pair != all[i - 1]).Select(pair => ((int)(pair >> 32), (int)(uint)pair)).ToArray();
    }

    /// <summary>What one record shares with all others.</summary>
    private sealed class Scores(int records)
    {
        private readonly float[] _of = new float[records];
        private readonly PriorityQueue<int, (float Score, int Order)> _best = new();
        private int[] _touched = new int[1024];
        private int _count;

        public void Add(ReadOnlySpan<int> sharing, float bits)
        {
            if (_touched.Length < _count + sharing.Length)
            {
                Array.Resize(ref _touched, Math.Max(_touched.Length * 2, _count + sharing.Length));
            }

            foreach (var other in sharing)
            {
                if (_of[other] == 0)
                {
                    _touched[_count++] = other;
                }

                _of[other] += bits;
            }
        }

        /// <summary>Hands over the best; of equal ones the smaller number. Empty afterwards.</summary>
        public void Take(int record, int most, List<long> near)
        {
            for (var i = 0; i < _count; i++)
            {
                var other = _touched[i];
                var score = (_of[other], -other);
                _of[other] = 0;
                if (other == record)
                {
                    continue;
                }

                if (_best.Count < most)
                {
                    _best.Enqueue(other, score);
                }
                else if (_best.TryPeek(out _, out var worst) && score.CompareTo(worst) > 0)
                {
                    _best.DequeueEnqueue(other, score);
                }
            }

            while (_best.TryDequeue(out var other, out _))
            {
                near.Add(((long)Math.Min(record, other) << 32) | (uint)Math.Max(record, other));
            }

            _count = 0;
        }
    }
}
