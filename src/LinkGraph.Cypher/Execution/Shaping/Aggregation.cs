using LinkGraph.Cypher.Functions.Aggregates;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>One aggregate of a projection.</summary>
/// <param name="Slot">Where its result goes.</param>
/// <param name="Function">What gathers.</param>
/// <param name="Argument">What of a row is added; a row itself counts if null.</param>
/// <param name="Parameter">The second argument, if it takes one.</param>
/// <param name="Distinct">Every value counts once.</param>
/// <param name="Owner">Slot of the variable whose property the argument is; -1 if it is something else.</param>
internal sealed record Aggregate(int Slot, AggregateFunction Function, Evaluator? Argument, Evaluator? Parameter, bool Distinct, int Owner = -1);

/// <summary>One row a group; groups in the order of their first row. Without keys there is one group, of no rows too.</summary>
internal sealed class Aggregation(Operator input, (int Slot, Evaluator Value)[] keys, Aggregate[] aggregates) : Operator
{
    /// <summary>Of a place in the table, and of an accumulator.</summary>
    private const int GroupBytes = 96;

    public override string Name => keys.Length == 0 ? "EagerAggregation (one group)" : "EagerAggregation";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row) => keys.Length == 0 ? One(state, row) : Grouped(state, row);

    private IEnumerable<Row> One(ExecutionState state, Value[] row)
    {
        var cells = Start();
        var before = state.Memory.Used;
        foreach (var _ in input.Rows(state, row))
        {
            Add(cells, state, row);
        }

        var held = state.Memory.Used - before;
        SetResults(cells, state, row);
        yield return default;
        state.Memory.Release(held);
    }

    private IEnumerable<Row> Grouped(ExecutionState state, Value[] row)
    {
        var groups = new OrderedDictionary<Value[], Cell[]>(RowEquivalence.Instance);
        var key = new Value[keys.Length];
        var held = 0L;
        foreach (var _ in input.Rows(state, row))
        {
            var before = state.Memory.Used;
            for (var i = 0; i < key.Length; i++)
            {
                var mark = state.Memory.Used;
                key[i] = keys[i].Value(state, row);
                state.Memory.ReleaseTo(mark);
            }

            if (!groups.TryGetValue(key, out var cells))
            {
                cells = Start();
                var kept = (Value[])key.Clone();
                var bytes = MemoryMeter.OfItems(kept.Length) + (GroupBytes * (1 + cells.Length));
                foreach (var part in kept)
                {
                    bytes += MemoryMeter.Of(part);
                }

                state.Memory.Charge(bytes);
                groups.Add(kept, cells);
            }

            Add(cells, state, row);
            held += state.Memory.Used - before;
        }

        foreach (var (group, cells) in groups)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                row[keys[i].Slot] = group[i];
            }

            SetResults(cells, state, row);
            yield return default;
        }

        state.Memory.Release(held);
    }

    private static void Add(Cell[] cells, ExecutionState state, Value[] row)
    {
        foreach (var cell in cells)
        {
            cell.Add(state, row);
        }
    }

    private void SetResults(Cell[] cells, ExecutionState state, Value[] row)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            row[aggregates[i].Slot] = cells[i].Result(state);
        }
    }

    private Cell[] Start() => Array.ConvertAll(aggregates, a => new Cell(a));

    private sealed class Cell(Aggregate aggregate)
    {
        private const int KeptBytes = 32;
        private readonly IAggregate accumulated = aggregate.Function.Start(aggregate.Distinct);

        public Value Result(ExecutionState state) => accumulated.Result(state.Cancellation);

        public void Add(ExecutionState state, Value[] row)
        {
            if (aggregate.Argument is null)
            {
                accumulated.Add(Value.True);
                return;
            }

            var mark = state.Memory.Used;
            var value = state.Memory.Settle(mark, aggregate.Argument(state, row));
            var made = state.Memory.Used - mark;
            accumulated.Add(value, aggregate.Parameter?.Invoke(state, row) ?? Value.Null);
            state.Memory.ReleaseTo(mark);
            if (accumulated.Holds)
            {
                // What the graph holds anyway is not looked at: that would cost more than all else here.
                state.Memory.Charge(KeptBytes + (IsOfGraph(row) ? 0 : Math.Max(made, MemoryMeter.Of(value))));
            }
        }

        private bool IsOfGraph(Value[] row) => aggregate.Owner >= 0 && row[aggregate.Owner].Kind is ValueKind.Node or ValueKind.Relationship;
    }
}
