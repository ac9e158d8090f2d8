namespace Neo4j.Driver;

/// <summary>From how bad on the server sends notifications.</summary>
public enum Severity
{
    Information,
    Warning,
}
