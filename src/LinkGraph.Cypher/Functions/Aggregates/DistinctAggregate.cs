using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>Passes on each value once.</summary>
internal sealed class DistinctAggregate(IAggregate inner) : IAggregate
{
    private readonly HashSet<Value> seen = new(EquivalenceComparer.Instance);

    public void Add(Value value, Value parameter = default)
    {
        if (seen.Add(value))
        {
            inner.Add(value, parameter);
        }
    }

    public Value Result() => inner.Result();
}
