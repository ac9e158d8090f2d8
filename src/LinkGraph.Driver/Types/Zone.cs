namespace Neo4j.Driver;

/// <summary>Where a <see cref="ZonedDateTime"/> is: an offset from UTC, or a place with rules of its own.</summary>
public abstract class Zone
{
    private protected Zone()
    {
    }

    /// <param name="offsetSeconds">East of Greenwich is positive.</param>
    public static Zone Of(int offsetSeconds) => new ZoneOffset(offsetSeconds);

    /// <param name="zoneId">A name of the IANA time zone database, such as <c>Europe/Stockholm</c>.</param>
    public static Zone Of(string zoneId) => new ZoneId(zoneId);

    /// <exception cref="TimeZoneNotFoundException">This system does not know the zone.</exception>
    internal abstract int OffsetSecondsAt(DateTime dateTime);
}
