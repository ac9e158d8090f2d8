using System.Globalization;

namespace LinkGraph.Storage.Values;

/// <summary>Floats as Java, and so Neo4j, writes them.</summary>
public static class FloatText
{
    /// <summary>The fewest digits that read back the same: 1.0, 123.25, 1.0E10, 1.5E-5, NaN, -Infinity.</summary>
    public static string Write(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return Math.Abs(value) is 0 or (>= 1e-3 and < 1e7)
            ? text.Contains('.', StringComparison.Ordinal) ? text : text + ".0"
            : Scientific(text);
    }

    /// <summary>One digit before the point and an exponent, from digits with or without.</summary>
    private static string Scientific(string text)
    {
        var sign = text[0] == '-' ? "-" : "";
        var number = text.AsSpan(sign.Length);
        var exponentAt = number.IndexOf('E');
        var exponent = exponentAt < 0 ? 0 : int.Parse(number[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = exponentAt < 0 ? number : number[..exponentAt];
        var pointAt = mantissa.IndexOf('.') is var at && at < 0 ? mantissa.Length : at;

        var digits = string.Concat(mantissa[..pointAt], mantissa[Math.Min(pointAt + 1, mantissa.Length)..]);
        var significant = digits.TrimStart('0');
        exponent += pointAt - 1 - (digits.Length - significant.Length);
        significant = significant.TrimEnd('0');
        var rest = significant.Length > 1 ? significant[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{significant[0]}.{rest}E{exponent}");
    }
}
