using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>Rows for which a predicate is true; neither false nor null will do.</summary>
internal sealed class Filter(Operator input, Evaluator predicate) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in input.Rows(state, row))
        {
            var mark = state.Memory.Used;
            var fits = Predicates.IsTrue(predicate(state, row));
            state.Memory.ReleaseTo(mark);
            if (fits)
            {
                yield return r;
            }
        }
    }
}
