namespace Neo4j.Driver;

public enum NotificationCategory
{
    Hint,
    Unrecognized,
    Unsupported,
    Performance,
    Deprecation,
    Security,
    Topology,
    Generic,
    Schema,
    Unknown,
}
