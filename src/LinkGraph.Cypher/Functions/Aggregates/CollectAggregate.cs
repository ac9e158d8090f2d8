using System.Buffers;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The values as a list.</summary>
internal sealed class CollectAggregate : IAggregate
{
    private const int FirstCapacity = 2, LeastPooled = 64;

    /// <summary>A large one is of a pool: what a list grows out of would otherwise be most of what a statement leaves to be collected. Small ones there may be many of.</summary>
    private Value[] buffer = [];
    private int count;

    public bool Holds => true;

    public void Add(Value value, Value parameter = default)
    {
        if (value.IsNull)
        {
            return;
        }

        if (count == buffer.Length)
        {
            var capacity = Math.Max(FirstCapacity, 2 * count);
            var larger = capacity < LeastPooled ? new Value[capacity] : ArrayPool<Value>.Shared.Rent(capacity);
            buffer.CopyTo(larger, 0);
            GiveBack();
            buffer = larger;
        }

        buffer[count++] = value;
    }

    public Value Result(CancellationToken cancellation = default)
    {
        var items = buffer.AsSpan(0, count).ToArray();
        GiveBack();
        (buffer, count) = ([], 0);
        return Value.List(items);
    }

    private void GiveBack()
    {
        if (buffer.Length >= LeastPooled)
        {
            buffer.AsSpan(0, count).Clear();
            ArrayPool<Value>.Shared.Return(buffer);
        }
    }
}
