using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The least or the greatest value in the order of ORDER BY; null of none.</summary>
/// <param name="sign">-1 for the least, 1 for the greatest.</param>
internal sealed class ExtremeAggregate(int sign) : IAggregate
{
    private Value best;

    public void Add(Value value, Value parameter = default)
    {
        if (!value.IsNull && (best.IsNull || OrderComparer.Instance.Compare(value, best) * sign > 0))
        {
            best = value;
        }
    }

    public Value Result(CancellationToken cancellation = default) => best;
}
