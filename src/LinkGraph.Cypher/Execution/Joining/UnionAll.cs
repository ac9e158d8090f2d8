using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Joining;

/// <summary>The rows of one plan, then those of another, their columns brought to the same slots.</summary>
internal sealed class UnionAll(Operator left, Operator right, (int From, int To)[] leftColumns, (int From, int To)[] rightColumns) : Operator
{
    public override string Name => "Union";

    public override IReadOnlyList<Operator> Inputs => [left, right];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in left.Rows(state, row))
        {
            Move(leftColumns, row);
            yield return r;
        }

        foreach (var r in right.Rows(state, row))
        {
            Move(rightColumns, row);
            yield return r;
        }
    }

    private static void Move((int From, int To)[] columns, Value[] row)
    {
        foreach (var (from, to) in columns)
        {
            row[to] = row[from];
        }
    }
}
