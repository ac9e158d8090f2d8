namespace Neo4j.Driver;

/// <summary>The base of Cypher's temporal values.</summary>
public abstract class TemporalValue
{
    private protected TemporalValue()
    {
    }
}
