using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.TimeZones;

namespace LinkGraph.Storage.Values;

/// <summary>
/// Where a clock stands: a fixed offset from UTC, or a named place whose offset changes. There is one object for each, so equal zones are the same
/// object.
/// </summary>
public sealed class Zone : IValueObject
{
    private const long SecondsPer400Years = 146_097 * TimeUnits.SecondsPerDay;

    private static readonly ConcurrentDictionary<int, Zone> Fixed = new();
    private static readonly ConcurrentDictionary<string, Zone> Named = new(StringComparer.OrdinalIgnoreCase);

    // The rules of NodaTime end at the year 9999; 400 years later the calendar is the same.
    private static readonly long RuleStart = Values.Date.Of(-9000, 1, 1).EpochDay * TimeUnits.SecondsPerDay;
    private static readonly long RuleEnd = Values.Date.Of(9000, 1, 1).EpochDay * TimeUnits.SecondsPerDay;

    private readonly int offset;
    private readonly DateTimeZone? rules;

    private Zone(int offset) => this.offset = offset;

    private Zone(DateTimeZone rules) => (this.rules, Id) = (rules, rules.Id);

    public static Zone Utc { get; } = OfOffset(0);

    /// <summary>The name of the place; null for a fixed offset.</summary>
    public string? Id { get; }

    ValueKind IValueObject.Kind => ValueKind.ZonedDateTime;

    /// <exception cref="ArgumentOutOfRangeException">More than 18 hours.</exception>
    public static Zone OfOffset(int seconds)
    {
        Values.Date.InRange(seconds, -TimeUnits.LargestOffset, TimeUnits.LargestOffset, nameof(seconds));
        return Fixed.GetOrAdd(seconds, static offset => new(offset));
    }

    /// <summary>A place by its name in the time zone database, in any case of letters.</summary>
    public static bool TryFind(string id, [NotNullWhen(true)] out Zone? zone)
    {
        if (Named.TryGetValue(id, out zone))
        {
            return true;
        }

        // No place is called so; the search below is long.
        if (id is "" or ['+' or '-', ..])
        {
            zone = null;
            return false;
        }

        var known = TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys.FirstOrDefault(name => name.Equals(id, StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            return false;
        }

        zone = Named.GetOrAdd(known, static name => new(DateTimeZoneProviders.Tzdb[name]));
        return true;
    }

    /// <summary>Seconds east of UTC at an instant.</summary>
    public int OffsetAt(long epochSecond) => rules is null ? offset : rules.GetUtcOffset(RuleInstant(epochSecond)).Seconds;

    /// <summary>
    /// Seconds east of UTC when the clock there shows something. Where it shows that twice, the earlier one unless the other is preferred;
    /// where it never does, the offset before the gap, which moves the time on by the length of the gap.
    /// </summary>
    public int OffsetAtLocal(LocalDateTime local, int? preferred = null)
    {
        if (rules is null)
        {
            return offset;
        }

        var (before, after) = (OffsetAt(local.EpochSecond - TimeUnits.SecondsPerDay), OffsetAt(local.EpochSecond + TimeUnits.SecondsPerDay));
        var (least, most) = (Math.Min(before, after), Math.Max(before, after));
        var (early, late) = (OffsetAt(local.EpochSecond - most), OffsetAt(local.EpochSecond - least));
        if (preferred is { } wanted && OffsetAt(local.EpochSecond - wanted) == wanted)
        {
            return wanted;
        }

        // Both readings are checked against the rules: one that contradicts itself is no reading.
        return OffsetAt(local.EpochSecond - early) == early ? early : OffsetAt(local.EpochSecond - late) == late ? late : before;
    }

    public override string ToString() => Id ?? IsoText.Offset(offset);

    /// <summary>Fixed offsets by their size, before places by their name.</summary>
    internal static int Compare(Zone left, Zone right) => (left.Id, right.Id) switch
    {
        (null, null) => left.offset.CompareTo(right.offset),
        (null, _) => -1,
        (_, null) => 1,
        var (leftId, rightId) => string.CompareOrdinal(leftId, rightId),
    };

    private static Instant RuleInstant(long epochSecond)
    {
        if (epochSecond < RuleStart)
        {
            return Instant.FromUnixTimeSeconds(RuleStart);
        }

        var beyond = epochSecond - RuleEnd;
        return Instant.FromUnixTimeSeconds(
            beyond < 0 ? epochSecond : epochSecond - (((beyond / SecondsPer400Years) + 1) * SecondsPer400Years));
    }
}
