using System.Globalization;
using System.Text.RegularExpressions;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>duration() from a text or a map.</summary>
public static partial class DurationFunctions
{
    private const string Number = "[+-]?(?:[0-9]+(?:[.,][0-9]{1,9})?|[.,][0-9]{1,9})";

    private static readonly string[] Fields =
        ["years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds"];

    /// <summary>Null for null.</summary>
    public static Value Create(Value input) => input.Kind switch
    {
        ValueKind.Null or ValueKind.Duration => input,
        ValueKind.String => Value.Of(Parse(input.AsString())),
        ValueKind.Map => Value.Of(FromMap(input.AsMap())),
        _ => throw TemporalErrors.WrongArgument("duration", input),
    };

    /// <summary>P1Y2M3W4DT5H6M7.5S, where the last unit may have a fraction, or P2012-02-02T14:37:21.545.</summary>
    public static Duration Parse(string text)
    {
        var units = UnitPattern().Match(text);
        if (units.Success && FractionOnlyAtEnd(text))
        {
            var sign = units.Groups["sign"].Value == "-" ? -1 : 1;
            return Approximate(text, name => sign * Part(units, name));
        }

        var calendar = CalendarPattern().Match(text);
        return calendar.Success ? FromCalendar(calendar) : throw TemporalParser.Malformed(text, "Duration");
    }

    private static Duration FromMap(MapValue map)
    {
        if (map.Count == 0)
        {
            throw CypherErrors.Argument("At least one temporal unit must be specified.");
        }

        if (map.Keys.FirstOrDefault(key => !Fields.Contains(key)) is { } unknown)
        {
            throw CypherErrors.Argument($"Unknown field: {unknown}");
        }

        return Approximate(Value.Map(map).ToString(), name =>
        {
            var value = map[name];
            return !map.ContainsKey(name) ? 0
                : value.IsNumber ? ToDecimal(value)
                : throw CypherErrors.Argument($"{name} must be a number value, but was {value}");
        });
    }

    /// <summary>A number with all its digits; overflows where 96 bits do.</summary>
    internal static decimal ToDecimal(Value number) => number.IsInteger
        ? number.AsInteger()
        : decimal.Parse(number.AsFloat().ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Duration Approximate(string source, Func<string, decimal> part)
    {
        try
        {
            return Duration.Approximate(
                (part("years") * 12) + part("months"),
                (part("weeks") * 7) + part("days"),
                (part("hours") * 3600) + (part("minutes") * 60) + part("seconds"),
                (part("milliseconds") * 1_000_000) + (part("microseconds") * 1000) + part("nanoseconds"));
        }
        catch (Exception e) when (e is OverflowException or FormatException)
        {
            throw CypherErrors.Argument($"Invalid value for duration, will cause overflow. Value was {source}");
        }
    }

    private static decimal Part(Match match, string name) => match.Groups[name] is { Success: true, Value: var digits }
        ? decimal.Parse(digits.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture)
        : 0;

    private static Duration FromCalendar(Match match)
    {
        foreach (var (name, most) in (ReadOnlySpan<(string, int)>)[("months", 12), ("days", 31), ("hours", 23), ("minutes", 59), ("seconds", 59)])
        {
            var part = Part(match, name);
            if (decimal.Truncate(part) > most)
            {
                throw CypherErrors.Argument($"{name} is out of range: {part}");
            }
        }

        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        return Approximate(match.Value, name => sign * Part(match, name));
    }

    private static bool FractionOnlyAtEnd(string text)
    {
        var at = text.IndexOfAny(['.', ',']);
        return at < 0 || text.AsSpan(at).LastIndexOfAnyInRange('A', 'z') is var last && text.AsSpan(at).IndexOfAnyInRange('A', 'z') == last;
    }

    [GeneratedRegex(
        $@"\A(?<sign>[+-])?P(?=.)(?:(?<years>{Number})Y)?(?:(?<months>{Number})M)?(?:(?<weeks>{Number})W)?(?:(?<days>{Number})D)?(?:T(?=.)(?:(?<hours>{Number})H)?(?:(?<minutes>{Number})M)?(?:(?<seconds>{Number})S)?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitPattern();

    [GeneratedRegex(
        @"\A(?<sign>[+-])?P(?:(?<years>[0-9]{4})-(?<months>[0-9]{2})-(?<days>[0-9]{2})T(?<hours>[0-9]{2}):(?<minutes>[0-9]{2})(?::(?<seconds>[0-9]{2}(?:[.,][0-9]{1,9})?))?|(?<years>[0-9]{4})(?<months>[0-9]{2})(?<days>[0-9]{2})T(?<hours>[0-9]{2})(?<minutes>[0-9]{2})(?<seconds>[0-9]{2}(?:[.,][0-9]{1,9})?)?)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CalendarPattern();
}
