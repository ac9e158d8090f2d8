using System.Buffers;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The values as a list.</summary>
internal sealed class CollectAggregate : IAggregate
{
    private const int FirstCapacity = 8;

    /// <summary>Of a pool: what a list grows out of would otherwise be most of what a statement leaves to be collected.</summary>
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
            var larger = ArrayPool<Value>.Shared.Rent(Math.Max(FirstCapacity, 2 * count));
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
        if (buffer.Length > 0)
        {
            buffer.AsSpan(0, count).Clear();
            ArrayPool<Value>.Shared.Return(buffer);
        }
    }
}
