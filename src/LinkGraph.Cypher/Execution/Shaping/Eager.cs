using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>Takes in all rows before it gives the first: what follows may not change what these rows are read from, or the other way round.</summary>
internal sealed class Eager(Operator input, int[] slots) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        using var saved = new SavedRows(state, slots);
        foreach (var _ in input.Rows(state, row))
        {
            saved.Save(row);
        }

        foreach (var kept in saved.All)
        {
            saved.Restore(kept, row);
            yield return default;
        }
    }
}
