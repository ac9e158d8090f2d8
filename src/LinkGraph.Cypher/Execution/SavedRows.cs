using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>Some slots of rows that have to outlive the next row. Charged to the statement's memory.</summary>
internal sealed class SavedRows(ExecutionState state, int[] slots)
{
    private readonly List<Value[]> rows = [];

    public int Count => rows.Count;

    public List<Value[]> All => rows;

    public Value[] Save(Value[] row)
    {
        var saved = Copy(row);
        rows.Add(saved);
        return saved;
    }

    public Value[] Copy(Value[] row)
    {
        var saved = new Value[slots.Length];
        for (var i = 0; i < saved.Length; i++)
        {
            saved[i] = row[slots[i]];
            state.Memory.Charge(saved[i]);
        }

        state.Memory.Charge(saved);
        return saved;
    }

    public void Restore(Value[] saved, Value[] row)
    {
        for (var i = 0; i < saved.Length; i++)
        {
            row[slots[i]] = saved[i];
        }
    }
}
