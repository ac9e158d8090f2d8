using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Reading;

/// <summary>Rows that SHOW lists, a value a column.</summary>
internal sealed class Listing(string name, Func<ExecutionState, IEnumerable<Value[]>> rows, int[] slots) : Operator
{
    public override string Name => name;

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        foreach (var listed in rows(state))
        {
            for (var i = 0; i < slots.Length; i++)
            {
                row[slots[i]] = listed[i];
            }

            yield return default;
        }
    }
}
