using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>Computes slots from others. All are computed before any is set: two variables may change places.</summary>
internal sealed class Compute(Operator input, (int Slot, Evaluator Value)[] items) : Operator
{
    public override string Name => "Projection";

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var values = new Value[items.Length];
        foreach (var r in input.Rows(state, row))
        {
            var before = state.Memory.Used;
            for (var i = 0; i < items.Length; i++)
            {
                var mark = state.Memory.Used;
                values[i] = state.Memory.Settle(mark, items[i].Value(state, row));
            }

            var made = state.Memory.Used - before;

            for (var i = 0; i < items.Length; i++)
            {
                row[items[i].Slot] = values[i];
            }

            yield return r;
            state.Memory.Release(made);
        }
    }
}
