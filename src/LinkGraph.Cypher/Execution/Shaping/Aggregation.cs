using LinkGraph.Cypher.Functions.Aggregates;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>One aggregate of a projection.</summary>
/// <param name="Slot">Where its result goes.</param>
/// <param name="Function">What gathers.</param>
/// <param name="Argument">What of a row is added; a row itself counts if null.</param>
/// <param name="Parameter">The second argument, if it takes one.</param>
/// <param name="Distinct">Every value counts once.</param>
internal sealed record Aggregate(int Slot, AggregateFunction Function, Evaluator? Argument, Evaluator? Parameter, bool Distinct);

/// <summary>One row a group; groups in the order of their first row. Without keys there is one group, of no rows too.</summary>
internal sealed class Aggregation(Operator input, (int Slot, Evaluator Value)[] keys, Aggregate[] aggregates) : Operator
{
    public override string Name => keys.Length == 0 ? "EagerAggregation (one group)" : "EagerAggregation";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var groups = new OrderedDictionary<Value[], Cell[]>(RowEquivalence.Instance);
        if (keys.Length == 0)
        {
            groups.Add([], Start());
        }

        var key = new Value[keys.Length];
        foreach (var _ in input.Rows(state, row))
        {
            for (var i = 0; i < key.Length; i++)
            {
                key[i] = keys[i].Value(state, row);
            }

            if (!groups.TryGetValue(key, out var cells))
            {
                cells = Start();
                var kept = (Value[])key.Clone();
                state.Memory.Charge(kept);
                groups.Add(kept, cells);
            }

            foreach (var cell in cells)
            {
                cell.Add(state, row);
            }
        }

        foreach (var (group, cells) in groups)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                row[keys[i].Slot] = group[i];
            }

            for (var i = 0; i < cells.Length; i++)
            {
                row[aggregates[i].Slot] = cells[i].Result;
            }

            yield return default;
        }
    }

    private Cell[] Start() => Array.ConvertAll(aggregates, a => new Cell(a));

    private sealed class Cell(Aggregate aggregate)
    {
        private readonly IAggregate accumulated = aggregate.Function.Start(aggregate.Distinct);

        public Value Result => accumulated.Result();

        public void Add(ExecutionState state, Value[] row)
        {
            var value = aggregate.Argument is null ? Value.True : aggregate.Argument(state, row);
            state.Memory.Charge(value);
            accumulated.Add(value, aggregate.Parameter?.Invoke(state, row) ?? Value.Null);
        }
    }
}
