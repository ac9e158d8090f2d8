using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>Leaves out the first rows.</summary>
internal sealed class Skip(Operator input, Evaluator count) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var left = RowCount.Of(count(state, row), "SKIP");
        foreach (var r in input.Rows(state, row))
        {
            if (left > 0)
            {
                left--;
                continue;
            }

            yield return r;
        }
    }
}
