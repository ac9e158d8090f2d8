using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The values as a list.</summary>
internal sealed class CollectAggregate : IAggregate
{
    private readonly List<Value> items = [];

    public bool Holds => true;

    public void Add(Value value, Value parameter = default)
    {
        if (!value.IsNull)
        {
            items.Add(value);
        }
    }

    public Value Result(CancellationToken cancellation = default) => Value.List([.. items]);
}
