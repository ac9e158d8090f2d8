namespace LinkGraph.Storage.Values;

/// <summary>
/// An instant as seen in a zone; Cypher's DateTime. Two are equal when instant and zone are; they are ordered by the instant, then the offset,
/// then the zone.
/// </summary>
/// <param name="EpochSecond">Seconds since 1970-01-01T00:00Z.</param>
/// <param name="Nano">Nanoseconds within the second.</param>
/// <param name="Zone">Where it is seen.</param>
public readonly record struct ZonedDateTime(long EpochSecond, int Nano, Zone Zone) : IComparable<ZonedDateTime>, IValueObject
{
    public int OffsetSeconds => Zone.OffsetAt(EpochSecond);

    /// <summary>What the clock there shows.</summary>
    public LocalDateTime Local => new(EpochSecond + OffsetSeconds, Nano);

    ValueKind IValueObject.Kind => ValueKind.ZonedDateTime;

    public static bool operator <(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) < 0;

    public static bool operator >(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) >= 0;

    /// <summary>When the clock there shows something; see <see cref="Zone.OffsetAtLocal"/> for what it shows twice or never.</summary>
    public static ZonedDateTime OfLocal(LocalDateTime local, Zone zone, int? preferredOffset = null) =>
        new(local.EpochSecond - zone.OffsetAtLocal(local, preferredOffset), local.Nano, zone);

    /// <exception cref="ArgumentOutOfRangeException">Beyond the years that there are, or no nanosecond of a second.</exception>
    public static ZonedDateTime Of(long epochSecond, long nano, Zone zone)
    {
        _ = LocalDateTime.Of(epochSecond, nano);
        return new(epochSecond, (int)nano, zone);
    }

    /// <summary>The same instant as seen elsewhere.</summary>
    public ZonedDateTime In(Zone zone) => this with { Zone = zone };

    /// <exception cref="ArgumentOutOfRangeException">Beyond the years that there are.</exception>
    /// <exception cref="OverflowException">Far beyond.</exception>
    public ZonedDateTime Plus(long seconds, long nanos)
    {
        var moved = new LocalDateTime(EpochSecond, Nano).Plus(seconds, nanos);
        return new(moved.EpochSecond, moved.Nano, Zone);
    }

    public int CompareTo(ZonedDateTime other)
    {
        var byInstant = EpochSecond.CompareTo(other.EpochSecond);
        if (byInstant == 0)
        {
            byInstant = Nano.CompareTo(other.Nano);
        }

        if (byInstant != 0 || ReferenceEquals(Zone, other.Zone))
        {
            return byInstant;
        }

        var byOffset = OffsetSeconds.CompareTo(other.OffsetSeconds);
        return byOffset != 0 ? byOffset : Zone.Compare(Zone, other.Zone);
    }

    /// <summary>As toString() writes it: 2015-07-21T21:40:00.142+02:00[Europe/Stockholm].</summary>
    public override string ToString() => Local + ZoneText();

    /// <summary>As shells and the TCK show it: seconds of zero left out, fractions in threes.</summary>
    public string ToShortString() => Local.ToShortString() + ZoneText();

    private string ZoneText() => IsoText.Offset(OffsetSeconds) + (Zone.Id is { } id ? $"[{id}]" : "");
}
