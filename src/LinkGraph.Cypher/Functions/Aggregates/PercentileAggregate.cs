using LinkGraph.Cypher.Execution;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>A percentile of numbers: one of them, or a value between two; null of none.</summary>
internal sealed class PercentileAggregate(string name, bool discrete) : IAggregate
{
    private readonly List<Value> numbers = [];
    private double? percentile;

    public bool Holds => true;

    public void Add(Value value, Value parameter = default)
    {
        percentile ??= Library.Arguments.Number(name, parameter) is >= 0 and <= 1 and var share
            ? share
            : throw CypherErrors.Argument($"Invalid input '{parameter}' is not a valid argument, must be a number in the range 0.0 to 1.0");
        if (!value.IsNull)
        {
            _ = Library.Arguments.Number(name, value);
            numbers.Add(value);
        }
    }

    public Value Result(CancellationToken cancellation = default)
    {
        if (numbers.Count == 0 || percentile is not { } wanted)
        {
            return Value.Null;
        }

        Sorting.Sort(numbers, OrderComparer.Instance.Compare, cancellation);
        if (discrete)
        {
            return numbers[Math.Max((int)Math.Ceiling(wanted * numbers.Count) - 1, 0)];
        }

        var place = wanted * (numbers.Count - 1);
        var below = (int)Math.Floor(place);
        var share = place - below;
        return share == 0
            ? numbers[below]
            : Value.Of((numbers[below].AsNumber() * (1 - share)) + (numbers[below + 1].AsNumber() * share));
    }
}
