using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Joining;

/// <summary>Every row of the left part with every row of the right one, which is read once and kept.</summary>
internal sealed class CartesianProduct(Operator left, Operator right, int[] rightSlots) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [left, right];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        using var saved = new SavedRows(state, rightSlots);
        var isRead = false;
        foreach (var r in left.Rows(state, row))
        {
            if (!isRead)
            {
                isRead = true;
                foreach (var again in right.Rows(state, row))
                {
                    saved.Save(row);
                    yield return again;
                }

                continue;
            }

            foreach (var kept in saved.All)
            {
                state.Check();
                saved.Restore(kept, row);
                yield return r;
            }
        }
    }
}
