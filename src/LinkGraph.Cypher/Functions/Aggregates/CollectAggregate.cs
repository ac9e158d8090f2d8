using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The values as a list.</summary>
internal sealed class CollectAggregate : IAggregate
{
    private readonly List<Value> items = [];

    public void Add(Value value, Value parameter = default)
    {
        if (!value.IsNull)
        {
            items.Add(value);
        }
    }

    public Value Result() => Value.List([.. items]);
}
