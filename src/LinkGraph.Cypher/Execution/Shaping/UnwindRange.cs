using LinkGraph.Cypher.Functions.Library;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>A row for every number of a range, which is never made as a list.</summary>
internal sealed class UnwindRange(Operator input, Evaluator[] bounds, int slot) : Operator
{
    public override string Name => nameof(Unwind);

    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            var (start, step, count) = ListFunctions.Bounds(Array.ConvertAll(bounds, bound => bound(state, row)));
            for (Int128 i = 0, number = start; i < count; i++, number += step)
            {
                state.Check();
                row[slot] = Value.Of((long)number);
                yield return r;
            }
        }
    }
}
