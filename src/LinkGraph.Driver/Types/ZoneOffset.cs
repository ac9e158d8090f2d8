using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>An offset from UTC.</summary>
public sealed class ZoneOffset : Zone, IEquatable<ZoneOffset>
{
    internal ZoneOffset(int offsetSeconds)
    {
        Calendar.CheckOffset(offsetSeconds);
        OffsetSeconds = offsetSeconds;
    }

    public int OffsetSeconds { get; }

    internal override int OffsetSecondsAt(DateTime dateTime) => OffsetSeconds;

    public bool Equals(ZoneOffset other) => other is not null && OffsetSeconds == other.OffsetSeconds;

    public override bool Equals(object obj) => Equals(obj as ZoneOffset);

    public override int GetHashCode() => OffsetSeconds;

    public override string ToString() => Calendar.FormatOffset(OffsetSeconds);
}
