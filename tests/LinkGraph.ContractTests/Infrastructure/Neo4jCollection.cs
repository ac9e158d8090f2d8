namespace LinkGraph.ContractTests.Infrastructure;

/// <summary>Tests that share one database run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class Neo4jCollection
{
    public const string Name = "Neo4j";
}
