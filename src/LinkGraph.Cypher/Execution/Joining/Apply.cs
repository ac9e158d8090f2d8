using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Joining;

/// <summary>For every row of the left side, the rows of the right side run beside it.</summary>
internal sealed class Apply(Operator left, Operator right) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [left, right];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var _ in left.Rows(state, row))
        {
            foreach (var r in right.Rows(state, row))
            {
                yield return r;
            }
        }
    }
}
