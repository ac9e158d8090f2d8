using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Shaping;

/// <summary>The first of every set of rows that are equivalent in some slots.</summary>
internal sealed class Distinct(Operator input, int[] slots) : Operator
{
    public override IReadOnlyList<Operator> Inputs => [input];

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        using var saved = new SavedRows(state, slots);
        var seen = new HashSet<Value[]>(RowEquivalence.Instance);
        var key = new Value[slots.Length];
        foreach (var r in input.Rows(state, row))
        {
            for (var i = 0; i < key.Length; i++)
            {
                key[i] = row[slots[i]];
            }

            if (!seen.Contains(key))
            {
                seen.Add(saved.Copy(row));
                yield return r;
            }
        }
    }
}
