using System.Globalization;
using System.Text;

namespace LinkGraph.Output;

/// <summary>Text from elsewhere as it may be shown on a screen: what would steer a terminal, or turn text around, is written out.</summary>
internal static class Printable
{
    /// <summary>One line: line feeds are written out too.</summary>
    public static string Line(string text) => Escape(text, static c => IsUnsafe(c) || c is '\n' or '\r' or '\t');

    /// <summary>Line feeds and tabs stay.</summary>
    public static string Lines(string text) => Escape(text, IsUnsafe);

    private static bool IsUnsafe(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Escape(string text, Func<char, bool> isUnsafe)
    {
        if (!text.Any(isUnsafe))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            if (isUnsafe(c))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }
}
