using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Joining;

/// <summary>As <see cref="Apply"/>; where the right side has no row, one with nulls in its slots.</summary>
internal sealed class OptionalApply(Operator left, Operator right, int[] slots) : Operator
{
    public override string Name => "Optional";

    public override IReadOnlyList<Operator> Inputs => [left, right];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var r in left.Rows(state, row))
        {
            var any = false;
            foreach (var matched in right.Rows(state, row))
            {
                any = true;
                yield return matched;
            }

            if (!any)
            {
                foreach (var slot in slots)
                {
                    row[slot] = Value.Null;
                }

                yield return r;
            }
        }
    }
}
