namespace LinkGraph.Storage.Journal;

/// <summary>How a value is written. The numbers are kept on disk.</summary>
internal enum ValueCode : byte
{
    Null = 0,
    False = 1,
    True = 2,
    Integer = 3,
    Float = 4,
    String = 5,

    /// <summary>A string that UTF-8 cannot hold, because half of a surrogate pair is missing, or that might be one.</summary>
    WideString = 6,
    List = 7,
    Bytes = 8,
    Date = 9,
    LocalTime = 10,
    Time = 11,
    LocalDateTime = 12,
    OffsetDateTime = 13,
    ZonedDateTime = 14,
    Duration = 15,
    Point = 16,
}
