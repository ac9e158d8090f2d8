using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>By what rows are ordered.</summary>
internal readonly record struct SortKey(int Slot, bool Descending);

/// <summary>All rows, in order; equal ones as they came. With a limit, only the first of them are kept.</summary>
/// <param name="input">Where the rows come from.</param>
/// <param name="slots">What of a row has to be kept, keys included.</param>
/// <param name="keys">By what to order.</param>
/// <param name="limit">How many rows are wanted; all if null.</param>
internal sealed class Sort(Operator input, int[] slots, SortKey[] keys, Evaluator? limit) : Operator
{
    private readonly (int Place, bool Descending)[] places = [.. keys.Select(k => (Array.IndexOf(slots, k.Slot), k.Descending))];

    public override string Name => limit is null ? "Sort" : "Top";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var wanted = limit is null ? long.MaxValue : RowCount.Of(limit(state, row), "LIMIT");
        using var saved = new SavedRows(state, slots);
        var sorted = wanted <= MostInHeap ? First(state, row, saved, (int)wanted) : Everything(state, row, saved);
        foreach (var kept in sorted)
        {
            if (wanted-- == 0)
            {
                yield break;
            }

            saved.Restore(kept, row);
            yield return default;
        }
    }

    private const int MostInHeap = 10_000;

    private List<Value[]> Everything(ExecutionState state, Value[] row, SavedRows saved)
    {
        List<(Value[] Row, int Order)> all = [];
        foreach (var _ in input.Rows(state, row))
        {
            all.Add((saved.Copy(row), all.Count));
        }

        Sorting.Sort(all, Compare, state.Cancellation);
        return all.ConvertAll(x => x.Row);
    }

    /// <summary>Keeps the first rows in a heap whose top is the last of them.</summary>
    private List<Value[]> First(ExecutionState state, Value[] row, SavedRows saved, int wanted)
    {
        var heap = new PriorityQueue<Value[], (Value[] Row, int Order)>(Comparer<(Value[] Row, int Order)>.Create((x, y) => Compare(y, x)));
        var (order, candidate) = (0, new Value[slots.Length]);
        foreach (var _ in input.Rows(state, row))
        {
            for (var i = 0; i < candidate.Length; i++)
            {
                candidate[i] = row[slots[i]];
            }

            if (heap.Count < wanted)
            {
                var kept = saved.Copy(row);
                heap.Enqueue(kept, (kept, order));
            }
            else if (wanted > 0 && heap.TryPeek(out var _, out var last) && Compare((candidate, order), last) < 0)
            {
                var kept = (Value[])candidate.Clone();
                heap.EnqueueDequeue(kept, (kept, order));
            }

            order++;
        }

        var sorted = new List<Value[]>(heap.Count);
        while (heap.TryDequeue(out var kept, out var _))
        {
            sorted.Add(kept);
        }

        sorted.Reverse();
        return sorted;
    }

    private int Compare((Value[] Row, int Order) x, (Value[] Row, int Order) y)
    {
        foreach (var (place, descending) in places)
        {
            var c = OrderComparer.Instance.Compare(x.Row[place], y.Row[place]);
            if (c != 0)
            {
                return descending ? -c : c;
            }
        }

        return x.Order.CompareTo(y.Order);
    }
}
