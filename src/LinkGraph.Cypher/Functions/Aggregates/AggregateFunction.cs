namespace LinkGraph.Cypher.Functions.Aggregates;

/// <summary>A function that makes one value of many rows.</summary>
/// <param name="Name">As Neo4j writes it.</param>
/// <param name="Arguments">How many arguments it takes.</param>
/// <param name="Create">Makes the accumulator of one group.</param>
public sealed record AggregateFunction(string Name, int Arguments, Func<IAggregate> Create)
{
    /// <summary>The accumulator of one group; each value counts once if they are to be distinct.</summary>
    public IAggregate Start(bool distinct) => distinct ? new DistinctAggregate(Create()) : Create();
}
