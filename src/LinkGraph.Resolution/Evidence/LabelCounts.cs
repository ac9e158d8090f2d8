namespace LinkGraph.Resolution.Evidence;

/// <summary>For every fact of some range, how many of its accounts carry each label (a country, an operator), in compressed rows sorted by label.</summary>
internal sealed class LabelCounts
{
    private readonly int first;
    private readonly int[] start;
    private readonly int[] labels;
    private readonly int[] counts;

    private LabelCounts(int first, int[] start, int[] labels, int[] counts) => (this.first, this.start, this.labels, this.counts) = (first, start, labels, counts);

    /// <summary>Negative labels are not counted.</summary>
    public static LabelCounts Of(World world, FactRange facts, int[] label, int labelCount, CancellationToken cancellationToken)
    {
        var pool = new ScratchPool<FactCounter>(() => new FactCounter(labelCount));
        var start = new int[facts.Length + 1];
        var parts = Ranges.Map(facts.Length, 16384, (from, to) =>
        {
            var counter = pool.Rent();
            List<int> ls = [], cs = [];
            for (var i = from; i < to; i++)
            {
                counter.Clear();
                foreach (var account in world.Users(facts.Start + i))
                {
                    if (label[account] >= 0)
                    {
                        counter.Add(label[account]);
                    }
                }

                counter.Touched.Sort();
                foreach (var l in counter.Touched)
                {
                    ls.Add(l);
                    cs.Add(counter[l]);
                }

                start[i + 1] = counter.Touched.Count;
            }

            pool.Return(counter);
            return (Labels: ls.ToArray(), Counts: cs.ToArray());
        }, cancellationToken);
        for (var i = 0; i < facts.Length; i++)
        {
            start[i + 1] += start[i];
        }

        return new LabelCounts(facts.Start, start, [.. parts.SelectMany(p => p.Labels)], [.. parts.SelectMany(p => p.Counts)]);
    }

    public ReadOnlySpan<int> LabelsOf(int fact) => labels.AsSpan(start[fact - first], start[fact - first + 1] - start[fact - first]);

    public ReadOnlySpan<int> CountsOf(int fact) => counts.AsSpan(start[fact - first], start[fact - first + 1] - start[fact - first]);

    public int this[int fact, int label]
    {
        get
        {
            int low = start[fact - first], end = start[fact - first + 1], high = end;
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (labels[middle] < label)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low < end && labels[low] == label ? counts[low] : 0;
        }
    }
}
