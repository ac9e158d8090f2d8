using System.Collections.Frozen;

namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>The aggregating functions by name, in any case of letters. count(*) is <see cref="CountRows"/>.</summary>
public static class AggregateRegistry
{
    private static readonly FrozenDictionary<string, AggregateFunction> ByName = new AggregateFunction[]
    {
        new("count", 1, static () => new CountAggregate(rows: false)),
        new("collect", 1, static () => new CollectAggregate()),
        new("sum", 1, static () => new SumAggregate()),
        new("avg", 1, static () => new AverageAggregate()),
        new("min", 1, static () => new ExtremeAggregate(-1)),
        new("max", 1, static () => new ExtremeAggregate(1)),
        new("stDev", 1, static () => new DeviationAggregate("stDev", sample: true)),
        new("stDevP", 1, static () => new DeviationAggregate("stDevP", sample: false)),
        new("percentileCont", 2, static () => new PercentileAggregate("percentileCont", discrete: false)),
        new("percentileDisc", 2, static () => new PercentileAggregate("percentileDisc", discrete: true)),
    }.ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts rows, nulls too.</summary>
    public static AggregateFunction CountRows { get; } = new("count", 0, static () => new CountAggregate(rows: true));

    public static IEnumerable<AggregateFunction> All => ByName.Values;

    /// <summary>Null when there is no such function.</summary>
    public static AggregateFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
