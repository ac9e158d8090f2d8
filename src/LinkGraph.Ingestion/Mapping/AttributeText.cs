using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Mapping;

/// <summary>
/// The normal form of a value: what comparing needs and no more. Case, accents and signs go; dates become eight digits, durations seconds.
/// </summary>
internal static partial class AttributeText
{
    // The program runs without the tables of ICU, so that text is not taken apart into letters and accents by Normalize.
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľłñńņňòóôõöøōŏőŕŗřśŝşšșţťțùúûüũūŭůűųŵýÿŷźżžάέήίϊΐόύϋΰώ";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijkllllnnnnooooooooorrrssssstttuuuuuuuuuuwyyyzzzαεηιιιουυυω";

    private static readonly CompositeFormat s_dateDigits = CompositeFormat.Parse("{0:0000}{1:00}{2:00}");

    /// <summary>The normal form; empty where nothing is left, null where the text is none of the kind.</summary>
    public static string? Normal(AttributeKind kind, string text) => kind switch
    {
        AttributeKind.Name or AttributeKind.Text or AttributeKind.Category => Words(text),
        AttributeKind.Code => Words(text).Replace(" ", "", StringComparison.Ordinal),
        AttributeKind.Date => Date(text),
        AttributeKind.Year => Year(text),
        AttributeKind.Number => Number(text),
        _ => Duration(text),
    };

    /// <summary>Letters and digits in lower case, Latin and Greek ones without accents; runs of other signs are one blank, apostrophes nothing.</summary>
    public static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        bool gap = false;
        foreach (Rune rune in text.ToLowerInvariant().EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.NonSpacingMark || rune.Value is '\'' or '’')
            {
                continue;
            }
            if (!Rune.IsLetterOrDigit(rune) && category != UnicodeCategory.SpacingCombiningMark)
            {
                gap = true;
                continue;
            }
            if (gap && words.Length > 0)
            {
                words.Append(' ');
            }
            gap = false;
            int accented = rune.IsBmp ? Accented.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
            words.Append(accented < 0 ? rune.ToString() : Plain[accented].ToString());
        }
        return words.ToString();
    }

    /// <summary>Digits of year, month and day, in this order. A date that the calendar does not have is a date with an error.</summary>
    private static string? Date(string text)
    {
        Match date = DateParts().Match(text);
        return date.Success
            ? string.Format(CultureInfo.InvariantCulture, s_dateDigits, Part(date, 1), Part(date, 2), Part(date, 3))
            : null;
    }

    /// <summary>The digits of a year, two at least: a leading zero may have got lost.</summary>
    private static string? Year(string text)
    {
        Match year = YearDigits().Match(text);
        return year.Success ? year.Groups[1].Value.PadLeft(2, '0') : null;
    }

    private static string? Number(string text)
    {
        string digits = text.Replace(" ", "", StringComparison.Ordinal);
        return digits.Length is > 0 and <= 18 && digits.All(char.IsAsciiDigit) ? long.Parse(digits, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Seconds from <c>4:22</c>, <c>4m 22sec</c>, <c>4.367</c> (minutes), <c>262</c> (seconds) or <c>262000</c> (milliseconds, from 10,000 on). 0 is not known.</summary>
    private static string? Duration(string text)
    {
        string compact = text.Replace(" ", "", StringComparison.Ordinal);
        Match parts = Clock().Match(compact);
        double seconds;
        if (parts.Success)
        {
            seconds = (Part(parts, 1) * 3600) + (Part(parts, 2) * 60) + Part(parts, 3);
        }
        else if (!PlainNumber().IsMatch(compact))
        {
            return null;
        }
        else
        {
            double number = double.Parse(compact, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            seconds = compact.Contains('.', StringComparison.Ordinal) ? number * 60 : number >= 10_000 ? number / 1000 : number;
        }
        return seconds < 0.5 ? "" : Math.Round(seconds).ToString(CultureInfo.InvariantCulture);
    }

    private static int Part(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^\s*(\d{4})[-/.]?(\d\d?)[-/.]?(\d\d?)(?:[T ].*)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex DateParts();

    [GeneratedRegex(@"^\D{0,4}(\d{1,2}|\d{4})\D{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearDigits();

    [GeneratedRegex(@"^(?:(\d{1,3})(?::|h))?(\d{1,3})(?::(?=\d\d$)|m(?:in)?)(\d{1,2})(?:s(?:ec)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^\d{1,9}(?:\.\d{1,9})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
