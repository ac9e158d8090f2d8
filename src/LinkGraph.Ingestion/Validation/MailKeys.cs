using System.Globalization;
using System.Text;
using LinkGraph.Ingestion.Sources;

namespace LinkGraph.Ingestion.Validation;

/// <summary>What is kept of a mail address.</summary>
/// <param name="Key">Keyed hash of the address in lower case.</param>
/// <param name="Domain">What follows the last @, in lower case.</param>
/// <param name="Shape">The part before it: runs of letters as <c>a</c>, runs of digits as <c>9</c>, other ASCII signs as they are, all else <c>?</c>.</param>
internal readonly record struct MailFacts(string? Key, string? Domain, string? Shape);

/// <summary>Reduces mail addresses to what may be kept.</summary>
internal sealed class MailKeys(FactKeys keys)
{
    /// <summary>Longest address (RFC 5321: 64 before the @, 255 behind it).</summary>
    private const int MaxBytes = 320;

    private const int MaxShape = 32;

    public bool TryRead(RawRecord record, int field, out MailFacts facts)
    {
        facts = default;
        if (!FieldRules.OptionalString(record, field, MaxBytes, out string? address))
        {
            return false;
        }
        if (address is null)
        {
            return true;
        }
        address = address.Trim().ToLowerInvariant();
        int at = address.LastIndexOf('@');
        string domain = address[(at + 1)..].TrimEnd('.');
        if (at < 1 || domain.Length == 0 || domain.Any(char.IsWhiteSpace))
        {
            return record.Fail(field, "not a mail address");
        }
        byte[] normal = Encoding.UTF8.GetBytes(string.Concat(address.AsSpan(0, at + 1), domain));
        facts = new MailFacts(keys.Hash(normal), domain, Shape(address.AsSpan(0, at)));
        return true;
    }

    internal static string Shape(ReadOnlySpan<char> local)
    {
        var shape = new StringBuilder(MaxShape);
        foreach (Rune rune in local.EnumerateRunes())
        {
            char sign = SignOf(rune);
            bool run = sign is 'a' or '9' && shape.Length > 0 && shape[^1] == sign;
            if (!run && shape.Length < MaxShape)
            {
                shape.Append(sign);
            }
        }
        return shape.ToString();
    }

    private static char SignOf(Rune rune)
    {
        if (Rune.IsDigit(rune))
        {
            return '9';
        }
        UnicodeCategory category = Rune.GetUnicodeCategory(rune);
        bool letter = Rune.IsLetter(rune) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
        return letter ? 'a' : rune.IsAscii ? (char)rune.Value : '?';
    }
}
