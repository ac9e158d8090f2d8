namespace Neo4j.Driver;

public enum NotificationSeverity
{
    Warning,
    Information,
    Unknown,
}
