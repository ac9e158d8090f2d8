namespace LinkGraph.Storage.Values;

/// <summary>What a value is.</summary>
public enum ValueKind : byte
{
    Null,
    Boolean,
    Integer,
    Float,
    String,
    List,
    Map,
    Node,
    Relationship,
    Path,
    Bytes,
    Date,
    LocalTime,
    Time,
    LocalDateTime,
    ZonedDateTime,
    Duration,
    Point,
}
