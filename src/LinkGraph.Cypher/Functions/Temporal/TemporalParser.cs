using System.Globalization;
using System.Text.RegularExpressions;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Temporal;

/// <summary>Temporal values from the forms of ISO 8601 that Neo4j reads. What is malformed is a SyntaxError.</summary>
public static partial class TemporalParser
{
    private const string DateForm =
        """
        (?:(?<year>[0-9]{4})(?:(?<month>[0-9]{2})(?<day>[0-9]{2})?|W(?<week>[0-9]{2})(?<weekday>[0-9])?|Q(?<quarter>[0-9])(?<quarterday>[0-9]{2})?|(?<ordinal>[0-9]{3}))
        |(?<year>[0-9]{4}|[+-][0-9]{1,9})(?:-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})|-(?<month>[0-9]{2})|-W(?<week>[0-9]{1,2})(?:-(?<weekday>[0-9]))?|-Q(?<quarter>[0-9])(?:-(?<quarterday>[0-9]{1,2}))?|-(?<ordinal>[0-9]{3}))?)
        """;

    private const string TimeForm =
        """
        (?:(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:[.,](?<fraction>[0-9]{1,9}))?)?)?
        |(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?:(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)?)
        """;

    private const string ZoneForm =
        """
        (?<offset>Z|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)?(?:\[(?<zone>[^\]]+)\])?
        """;

    private const RegexOptions Options = RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static Date ParseDate(string text)
    {
        var match = DatePattern().Match(text);
        return match.Success ? Checked(() => ToDate(match)) : throw Malformed(text, "Date", DateHint(text));
    }

    public static LocalTime ParseLocalTime(string text)
    {
        var match = LocalTimePattern().Match(text);
        return match.Success ? Checked(() => ToTime(match)) : throw Malformed(text, "LocalTime");
    }

    /// <param name="text">The text.</param>
    /// <param name="defaultZone">Where it is when the text does not say.</param>
    public static Time ParseTime(string text, Func<Zone> defaultZone)
    {
        var match = TimePattern().Match(text);
        if (!match.Success)
        {
            throw Malformed(text, "Time");
        }

        if (match.Groups["zone"].Success)
        {
            throw CypherErrors.Argument(
                "Using a named time zone e.g. [UTC] is not valid for a time without a date. Instead, use a specific time zone string e.g. +00:00.");
        }

        var zone = match.Groups["offset"] is { Success: true, Value: var offset } ? Zone.OfOffset(ParseOffset(offset)) : defaultZone();
        return Checked(() => new Time(ToTime(match), zone.OffsetAt(0)));
    }

    public static LocalDateTime ParseLocalDateTime(string text)
    {
        var match = LocalDateTimePattern().Match(text);
        return match.Success ? Checked(() => new LocalDateTime(ToDate(match), ToTime(match))) : throw Malformed(text, "LocalDateTime");
    }

    /// <param name="text">The text.</param>
    /// <param name="defaultZone">Where it is when the text does not say.</param>
    public static ZonedDateTime ParseZonedDateTime(string text, Func<Zone> defaultZone)
    {
        var match = ZonedDateTimePattern().Match(text);
        if (!match.Success)
        {
            throw Malformed(text, "DateTime");
        }

        var local = Checked(() => new LocalDateTime(ToDate(match), ToTime(match)));
        int? offset = match.Groups["offset"] is { Success: true, Value: var written } ? ParseOffset(written) : null;
        if (match.Groups["zone"] is not { Success: true, Value: var name })
        {
            return ZonedDateTime.OfLocal(local, offset is { } seconds ? Zone.OfOffset(seconds) : defaultZone());
        }

        var result = ZonedDateTime.OfLocal(local, ParseZone(name), offset);
        return offset is null || result.OffsetSeconds == offset
            ? result
            : throw CypherErrors.Argument($"Timezone and offset do not match: {text}");
    }

    /// <summary>A name of the time zone database in any case, or an offset.</summary>
    public static Zone ParseZone(string text) =>
        text is "Z" ? Zone.Utc
        : Zone.TryFind(text, out var zone) ? zone
        : ZonePattern().IsMatch(text) ? Zone.OfOffset(ParseOffset(text))
        : throw CypherErrors.Syntax($"Invalid value for TimeZone: Text '{text}' could not be parsed at index 0");

    internal static CypherException Malformed(string text, string kind, string hint = "") =>
        CypherErrors.Syntax($"Text cannot be parsed to a {kind}{hint}\n\"{text}\"\n ^");

    private static string DateHint(string text) => HintPattern().IsMatch(text)
        ? ". Hint, year+month needs to have two digits for month (e.g. 2015-02) and ordinal dates three digits (e.g. 2015-032)."
        : "";

    private static int ParseOffset(string text)
    {
        if (text is "Z" or "z")
        {
            return 0;
        }

        var digits = text[1..].Replace(":", "", StringComparison.Ordinal).PadRight(6, '0');
        var (hours, minutes, seconds) = (Number(digits[..2]), Number(digits[2..4]), Number(digits[4..]));
        if (hours > 18)
        {
            throw CypherErrors.Argument($"Zone offset hours not in valid range: value {hours} is not in the range -18 to 18");
        }

        if (minutes > 59 || seconds > 59)
        {
            throw CypherErrors.Argument($"Zone offset minutes and seconds must be in the range 0 to 59: {text}");
        }

        var size = (((hours * 60) + minutes) * 60) + seconds;
        return size > TimeUnits.LargestOffset
            ? throw CypherErrors.Argument("Zone offset not in valid range: -18:00 to +18:00")
            : text[0] == '-' ? -size : size;
    }

    private static Date ToDate(Match match)
    {
        var year = Number(match.Groups["year"].Value);
        return match switch
        {
            _ when Field(match, "week") is { } week => Date.OfWeek(year, week, Field(match, "weekday") ?? 1),
            _ when Field(match, "quarter") is { } quarter => Date.OfQuarter(year, quarter, Field(match, "quarterday") ?? 1),
            _ when Field(match, "ordinal") is { } ordinal => Date.OfOrdinal(year, ordinal),
            _ => Date.Of(year, Field(match, "month") ?? 1, Field(match, "day") ?? 1),
        };
    }

    private static LocalTime ToTime(Match match)
    {
        var fraction = match.Groups["fraction"].Value.PadRight(9, '0');
        return LocalTime.Of(Field(match, "hour") ?? 0, Field(match, "minute") ?? 0, Field(match, "second") ?? 0, Number(fraction));
    }

    private static int? Field(Match match, string name) => match.Groups[name] is { Success: true, Value: var digits } ? Number(digits) : null;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw CypherErrors.Syntax(TemporalErrors.Describe(e));
        }
    }

    [GeneratedRegex(@"\A" + DateForm + @"\z", Options)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\AT?" + TimeForm + @"\z", Options)]
    private static partial Regex LocalTimePattern();

    [GeneratedRegex(@"\AT?" + TimeForm + ZoneForm + @"\z", Options)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"\A" + DateForm + "(?:T" + TimeForm + @")?\z", Options)]
    private static partial Regex LocalDateTimePattern();

    [GeneratedRegex(@"\A" + DateForm + "(?:T" + TimeForm + ZoneForm + @")?\z", Options)]
    private static partial Regex ZonedDateTimePattern();

    [GeneratedRegex(@"\A(?:Z|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)\z", Options)]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,2}\z", Options)]
    private static partial Regex HintPattern();
}
