using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>Some slots of rows that have to outlive the next row. Charged to the statement's memory until disposed of.</summary>
internal sealed class SavedRows(ExecutionState state, int[] slots) : IDisposable
{
    private readonly List<Value[]> rows = [];
    private Value[]? last;
    private long charged;

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
        var bytes = MemoryMeter.OfItems(saved.Length);
        for (var i = 0; i < saved.Length; i++)
        {
            saved[i] = row[slots[i]];
            bytes += last is not null && IsSame(saved[i], last[i]) ? 0 : MemoryMeter.Of(saved[i]);
        }

        charged += bytes;
        state.Memory.Charge(bytes);
        return last = saved;
    }

    public void Restore(Value[] saved, Value[] row)
    {
        for (var i = 0; i < saved.Length; i++)
        {
            row[slots[i]] = saved[i];
        }
    }

    public void Dispose()
    {
        state.Memory.Release(charged);
        charged = 0;
    }

    /// <summary>A list that many rows carry along is there once.</summary>
    private static bool IsSame(Value x, Value y) => x.Kind == ValueKind.List && y.Kind == ValueKind.List && ReferenceEquals(x.AsList(), y.AsList());
}
