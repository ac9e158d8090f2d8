using LinkGraph.Cypher.Functions.Temporal;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The sum of numbers or of durations; 0 of none. Integers whose sum does not fit become a float.</summary>
internal sealed class SumAggregate : IAggregate
{
    private Int128 integers;
    private double floats;
    private bool hasFloats;
    private bool hasNumbers;
    private Duration? durations;

    public void Add(Value value, Value parameter = default)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                return;
            case ValueKind.Integer:
                integers += value.AsInteger();
                hasNumbers = true;
                break;
            case ValueKind.Float:
                floats += value.AsFloat();
                hasNumbers = hasFloats = true;
                break;
            case ValueKind.Duration:
                durations = TemporalArithmetic.Add(durations ?? Duration.Zero, value.AsDuration()).AsDuration();
                break;
            default:
                throw CypherErrors.Type($"sum() can only handle numerical values, duration, and null, but was {value.Kind} {value}");
        }

        if (hasNumbers && durations is not null)
        {
            throw CypherErrors.Type("sum() cannot mix number and duration");
        }
    }

    public Value Result(CancellationToken cancellation = default) => durations is not null ? Value.Of(durations)
        : hasFloats || integers < long.MinValue || integers > long.MaxValue ? Value.Of((double)integers + floats)
        : Value.Of((long)integers);
}
