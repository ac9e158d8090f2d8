using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>The map from which a temporal value is made, such as {year: 1984, week: 10, dayOfWeek: 3}.</summary>
internal sealed class TemporalFields
{
    public static readonly string[] OfDate =
        ["year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay", "date"];

    public static readonly string[] OfTime = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond", "time"];

    public static readonly string[] OfDateTime = [.. OfDate, .. OfTime, "datetime"];

    public static readonly string[] OfEpoch = ["epochSeconds", "epochMillis"];

    public static readonly string[] OfZonedTime = [.. OfTime, "timezone"];

    public static readonly string[] OfZonedDateTime = [.. OfDateTime, "timezone"];

    public static readonly string[] OfZonedDateTimeOrEpoch = [.. OfZonedDateTime, .. OfEpoch];

    private readonly MapValue map;

    /// <param name="map">The map.</param>
    /// <param name="supported">What the value can be made from.</param>
    /// <exception cref="CypherException">There are other fields.</exception>
    public TemporalFields(MapValue map, params string[] supported)
    {
        this.map = map;
        foreach (var key in map.Keys)
        {
            if (!supported.Contains(key))
            {
                var known = key is "timezone" || OfDateTime.Contains(key) || OfEpoch.Contains(key);
                throw known ? CypherErrors.Type($"Not supported: {key}") : CypherErrors.Argument($"No such field: {key}");
            }
        }
    }

    public Value this[string name] => map[name];

    public bool Has(string name) => !map[name].IsNull;

    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null when it is not there.</summary>
    public long? Integer(string name)
    {
        var value = map[name];
        return value.IsNull ? null
            : value.IsInteger ? value.AsInteger()
            : throw CypherErrors.Argument($"{name} must be an integer value, but was {value}");
    }

    /// <summary>The zone asked for; null when none is.</summary>
    public Zone? Timezone()
    {
        var value = map["timezone"];
        return value.IsNull ? null
            : value.IsString ? TemporalParser.ParseZone(value.AsString())
            : throw CypherErrors.Argument($"timezone must be a string, but was {value}");
    }
}
