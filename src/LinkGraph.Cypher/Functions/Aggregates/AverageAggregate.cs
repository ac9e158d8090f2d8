using LinkGraph.Cypher.Functions.Temporal;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The mean of numbers, a float, or of durations; null of none.</summary>
internal sealed class AverageAggregate : IAggregate
{
    private readonly SumAggregate sum = new();
    private long count;
    private double moving;

    public void Add(Value value, Value parameter = default)
    {
        if (value.IsNull)
        {
            return;
        }

        sum.Add(value);
        count++;
        if (value.IsNumber)
        {
            moving += (value.AsNumber() - moving) / count;
        }
    }

    public Value Result(CancellationToken cancellation = default)
    {
        if (count == 0)
        {
            return Value.Null;
        }

        var total = sum.Result(cancellation);
        if (total.Kind == ValueKind.Duration)
        {
            return TemporalArithmetic.Divide(total.AsDuration(), Value.Of(count));
        }

        // A sum beyond all floats can have a mean that is none.
        var mean = total.AsNumber() / count;
        return Value.Of(double.IsInfinity(mean) ? moving : mean);
    }
}
