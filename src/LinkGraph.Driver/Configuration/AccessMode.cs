namespace Neo4j.Driver;

/// <summary>What the queries of a session do, by which a cluster chooses the server.</summary>
public enum AccessMode
{
    Read,
    Write,
}
