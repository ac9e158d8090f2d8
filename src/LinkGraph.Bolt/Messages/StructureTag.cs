namespace LinkGraph.Bolt.Messages;

/// <summary>The values of Bolt 5 that PackStream itself does not have.</summary>
public static class StructureTag
{
    public const byte Node = (byte)'N';
    public const byte Relationship = (byte)'R';
    public const byte UnboundRelationship = (byte)'r';
    public const byte Path = (byte)'P';
    public const byte Date = (byte)'D';
    public const byte Time = (byte)'T';
    public const byte LocalTime = (byte)'t';

    /// <summary>UTC seconds, nanoseconds, offset in seconds.</summary>
    public const byte DateTime = (byte)'I';

    /// <summary>UTC seconds, nanoseconds, name of the zone.</summary>
    public const byte DateTimeZoneId = (byte)'i';
    public const byte LocalDateTime = (byte)'d';
    public const byte Duration = (byte)'E';
    public const byte Point2D = (byte)'X';
    public const byte Point3D = (byte)'Y';
}
