namespace Neo4j.Driver;

/// <summary>A place with rules of its own.</summary>
public sealed class ZoneId : Zone, IEquatable<ZoneId>
{
    internal ZoneId(string zoneId)
    {
        ArgumentException.ThrowIfNullOrEmpty(zoneId);
        Id = zoneId;
    }

    public string Id { get; }

    internal override int OffsetSecondsAt(DateTime dateTime) =>
        (int)TimeZoneInfo.FindSystemTimeZoneById(Id).GetUtcOffset(dateTime).TotalSeconds;

    public bool Equals(ZoneId other) => other is not null && Id == other.Id;

    public override bool Equals(object obj) => Equals(obj as ZoneId);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"[{Id}]";
}
