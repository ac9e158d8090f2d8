using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>Gathers the values of one group.</summary>
public interface IAggregate
{
    /// <param name="value">The first argument; nulls are passed over.</param>
    /// <param name="parameter">The second argument of the functions that take one: the percentile.</param>
    /// <exception cref="CypherException">It cannot be aggregated.</exception>
    void Add(Value value, Value parameter = default);

    /// <summary>The value that was added last is held on to until the end.</summary>
    bool Holds => false;

    /// <summary>May be asked once all values are there.</summary>
    /// <param name="cancellation">Ends what takes long.</param>
    Value Result(CancellationToken cancellation = default);
}
