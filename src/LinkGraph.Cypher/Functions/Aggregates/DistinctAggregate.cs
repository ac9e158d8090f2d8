using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>Passes on each value once.</summary>
internal sealed class DistinctAggregate(IAggregate inner) : IAggregate
{
    private readonly HashSet<Value> seen = new(EquivalenceComparer.Instance);

    public bool Holds { get; private set; }

    public void Add(Value value, Value parameter = default)
    {
        Holds = seen.Add(value);
        if (Holds)
        {
            inner.Add(value, parameter);
        }
    }

    public Value Result(CancellationToken cancellation = default) => inner.Result(cancellation);
}
