using System.Globalization;

namespace LinkGraph.Cypher.Syntax;

/// <summary>What the text of a number token means. Each method gives null and a message when it means nothing.</summary>
internal static class NumberText
{
    public static long? Integer(string text, bool negative, out string? error)
    {
        error = null;
        if (text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]))
        {
            error = $"The octal integer literal syntax `{text}` is no longer supported, please use `0o{text[1..]}` instead";
            return null;
        }
        if (text.Length > 1 && text[0] == '0' && text[1] is 'X' or 'O')
        {
            var kind = text[1] == 'X' ? "hex" : "octal";
            var instead = $"0{char.ToLowerInvariant(text[1])}{text[2..]}";
            error = $"The {kind} integer literal syntax `{text}` is no longer supported, please use `{instead}` instead";
            return null;
        }
        var radix = text.Length > 1 ? text[1] switch { 'x' => 16, 'o' => 8, _ => 10 } : 10;
        if (text[0] != '0') radix = 10;
        UInt128 value = 0;
        var digits = radix == 10 ? text : text[2..];
        if (!IsGrouped(digits) || text.StartsWith("0_", StringComparison.Ordinal))
        {
            error = "invalid literal number";
            return null;
        }
        foreach (var c in digits)
        {
            if (c == '_') continue;
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiHexDigit(c) ? (c | 0x20) - 'a' + 10 : 99;
            if (digit >= radix)
            {
                error = "invalid literal number";
                return null;
            }
            if (value <= ulong.MaxValue) value = (value * (uint)radix) + (uint)digit;
        }
        var limit = (UInt128)long.MaxValue + (negative ? 1u : 0u);
        if (value <= limit) return negative ? (long)(0 - (ulong)value) : (long)value;
        error = "integer is too large";
        return null;
    }

    public static double? Float(string text, out string? error)
    {
        error = null;
        var digits = text[^1] is 'f' or 'F' or 'd' or 'D' ? text[..^1] : text;
        var plain = digits.Replace("_", "", StringComparison.Ordinal);
        if (!IsGrouped(digits) || !double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            error = "invalid literal number";
            return null;
        }
        if (double.IsFinite(value)) return value;
        error = "floating point number is too large";
        return null;
    }

    /// <summary>Underscores stand singly between digits.</summary>
    private static bool IsGrouped(string digits) =>
        digits.Length > 0 && digits[^1] != '_' && !digits.Contains("__", StringComparison.Ordinal);
}
