using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The standard deviation of a sample or of a whole population; null of none.</summary>
internal sealed class DeviationAggregate(string name, bool sample) : IAggregate
{
    private long count;
    private double mean;
    private double squares;

    public void Add(Value value, Value parameter = default)
    {
        if (value.IsNull)
        {
            return;
        }

        // Welford's update: no list is kept and nothing large is subtracted.
        var number = Library.Arguments.Number(name, value);
        count++;
        var distance = number - mean;
        mean += distance / count;
        squares += distance * (number - mean);
    }

    public Value Result(CancellationToken cancellation = default) => count == 0 ? Value.Null
        : count == 1 ? Value.Of(0.0)
        : Value.Of(Math.Sqrt(squares / (sample ? count - 1 : count)));
}
