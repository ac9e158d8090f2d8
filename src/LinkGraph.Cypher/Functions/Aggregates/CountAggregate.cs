using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>How many values there are, or rows.</summary>
internal sealed class CountAggregate(bool rows) : IAggregate
{
    private long count;

    public void Add(Value value, Value parameter = default) => count += rows || !value.IsNull ? 1 : 0;

    public Value Result(CancellationToken cancellation = default) => Value.Of(count);
}
