using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>A list in the making, charged to the statement's memory as it grows.</summary>
internal sealed class ListBuilder(ExecutionState state)
{
    private readonly List<Value> items = [];

    public void Add(Value item)
    {
        state.Check();
        if (items.Count == items.Capacity)
        {
            state.Memory.Charge(MemoryMeter.OfItems(Math.Max(items.Capacity, 4)));
        }

        items.Add(item);
    }

    /// <summary>A value for every row.</summary>
    public static Value Of(ExecutionState state, Value[] row, Operator rows, Evaluator each)
    {
        var list = new ListBuilder(state);
        foreach (var _ in rows.Rows(state, row))
        {
            var item = each(state, row);
            state.Memory.Charge(item);
            list.Add(item);
        }

        return list.ToValue();
    }

    public Value ToValue() => Value.List([.. items]);
}
