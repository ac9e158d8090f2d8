namespace Neo4j.Driver;

/// <summary>Kinds of notifications.</summary>
public enum Category
{
    Hint,
    Unrecognized,
    Unsupported,
    Performance,
    Deprecation,
    Generic,
    Security,
    Topology,
    Schema,
}
