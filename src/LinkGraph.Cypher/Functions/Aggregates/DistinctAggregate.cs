using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>Passes on each value once.</summary>
internal sealed class DistinctAggregate(IAggregate inner) : IAggregate
{
    /// <summary>Made when it is needed: of many groups, most may have nothing to remember.</summary>
    private HashSet<Value>? seen;

    public bool Holds { get; private set; }

    public void Add(Value value, Value parameter = default)
    {
        Holds = !value.IsNull && (seen ??= new(EquivalenceComparer.Instance)).Add(value);
        if (Holds || value.IsNull)
        {
            inner.Add(value, parameter);
        }
    }

    public Value Result(CancellationToken cancellation = default) => inner.Result(cancellation);
}
