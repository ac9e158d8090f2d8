namespace Neo4j.Driver;

/// <summary>What a query did, by its words.</summary>
public enum QueryType
{
    Unknown,
    ReadOnly,
    ReadWrite,
    WriteOnly,
    SchemaWrite,
}
