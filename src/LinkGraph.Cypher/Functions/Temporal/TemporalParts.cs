using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>A temporal value taken apart into what it has of date, time and zone.</summary>
/// <param name="Date">Its day.</param>
/// <param name="Time">Its time of day.</param>
/// <param name="Zone">Its zone; a fixed offset for a time.</param>
/// <param name="Offset">Its offset from UTC in seconds.</param>
internal readonly record struct TemporalParts(Date? Date, LocalTime? Time, Zone? Zone, int? Offset)
{
    /// <summary>All null for a value that is not temporal.</summary>
    public static TemporalParts Of(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                return new(value.AsDate(), null, null, null);
            case ValueKind.LocalTime:
                return new(null, value.AsLocalTime(), null, null);
            case ValueKind.Time:
                var time = value.AsTime();
                return new(null, time.Local, Storage.Values.Zone.OfOffset(time.OffsetSeconds), time.OffsetSeconds);
            case ValueKind.LocalDateTime:
                var local = value.AsLocalDateTime();
                return new(local.Date, local.Time, null, null);
            case ValueKind.ZonedDateTime:
                var zoned = value.AsZonedDateTime();
                return new(zoned.Local.Date, zoned.Local.Time, zoned.Zone, zoned.OffsetSeconds);
            default:
                return default;
        }
    }

    public static bool IsInstant(Value value) =>
        value.Kind is ValueKind.Date or ValueKind.LocalTime or ValueKind.Time or ValueKind.LocalDateTime or ValueKind.ZonedDateTime;
}
