using System.Buffers.Text;
using System.Text;
using LinkGraph.Ingestion.Sources;

namespace LinkGraph.Ingestion.Validation;

/// <summary>
/// One rule for each sort of field. A rule returns false where the field breaks it, with the reason in the record. An empty text counts
/// as absent, as it must in CSV. Every limit on a text that becomes a key lies far below the 8,164 bytes that a range index of Neo4j 5
/// takes (measured: 8,166 are refused, and the whole transaction with them), so that no record stops a run there.
/// </summary>
internal static class FieldRules
{
    /// <summary>Longest id, in bytes of UTF-8.</summary>
    public const int MaxId = 256;

    /// <summary>Longest user agent, in bytes of UTF-8.</summary>
    public const int MaxUserAgent = 1024;

    /// <summary>Longest word (a kind of card or proxy), in bytes of UTF-8.</summary>
    public const int MaxWord = 64;

    /// <summary>Most tokens that one exchange can have.</summary>
    public const long MaxTokens = 1_000_000_000;

    /// <summary>What is wrong with a time.</summary>
    public const string NoTime = "not an RFC 3339 time from 1970 on";

    /// <summary>Text without control characters and not only spaces.</summary>
    public static bool Required(RawRecord record, int field, int maxBytes, out ReadOnlySpan<byte> text) =>
        Optional(record, field, maxBytes, out text) && (text.Length > 0 || record.Fail(field, "missing"));

    /// <summary>As <see cref="Required"/>; empty where the field is absent.</summary>
    public static bool Optional(RawRecord record, int field, int maxBytes, out ReadOnlySpan<byte> text)
    {
        if (!IsText(record, field, out text) || text.IsEmpty)
        {
            return record.TypeOf(field) is FieldType.Text or FieldType.Absent;
        }
        if (text.Length > maxBytes)
        {
            return record.Fail(field, $"longer than {maxBytes} bytes");
        }
        if (ControlCharacters.AnyIn(text))
        {
            return record.Fail(field, "holds a control character");
        }
        return text[0] != ' ' || text.IndexOfAnyExcept((byte)' ') >= 0 || record.Fail(field, "blank");
    }

    /// <summary>As <see cref="Optional"/>, as a string.</summary>
    public static bool OptionalString(RawRecord record, int field, int maxBytes, out string? text)
    {
        bool valid = Optional(record, field, maxBytes, out ReadOnlySpan<byte> bytes);
        text = bytes.IsEmpty ? null : Encoding.UTF8.GetString(bytes);
        return valid;
    }

    /// <summary>As <see cref="Required"/>, as a string.</summary>
    public static bool RequiredString(RawRecord record, int field, int maxBytes, out string text)
    {
        bool valid = Required(record, field, maxBytes, out ReadOnlySpan<byte> bytes);
        text = valid ? Encoding.UTF8.GetString(bytes) : "";
        return valid;
    }

    /// <summary>Any text but a NUL: line feeds and all other characters are part of prompts.</summary>
    public static bool Prompt(RawRecord record, int field, out ReadOnlySpan<byte> text)
    {
        if (!IsText(record, field, out text) || text.IsEmpty)
        {
            return record.TypeOf(field) is FieldType.Text or FieldType.Absent;
        }
        return !text.Contains((byte)0) || record.Fail(field, "holds a NUL");
    }

    public static bool RequiredTime(RawRecord record, int field, out DateTimeOffset time)
    {
        bool valid = OptionalTime(record, field, out DateTimeOffset? parsed);
        time = parsed ?? default;
        return valid && (parsed is not null || record.Fail(field, "missing"));
    }

    public static bool OptionalTime(RawRecord record, int field, out DateTimeOffset? time)
    {
        time = null;
        if (!IsText(record, field, out ReadOnlySpan<byte> text) || text.IsEmpty)
        {
            return record.TypeOf(field) is FieldType.Text or FieldType.Absent;
        }
        if (!TimeText.TryParse(text, out long ticks))
        {
            return record.Fail(field, NoTime);
        }
        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>Two letters, in upper case.</summary>
    public static bool Country(RawRecord record, int field, out string? country)
    {
        country = null;
        if (!IsText(record, field, out ReadOnlySpan<byte> text) || text.IsEmpty)
        {
            return record.TypeOf(field) is FieldType.Text or FieldType.Absent;
        }
        if (text.Length != 2 || !char.IsAsciiLetter((char)text[0]) || !char.IsAsciiLetter((char)text[1]))
        {
            return record.Fail(field, "not a country code of two letters");
        }
        country = string.Create(2, (text[0], text[1]), static (chars, code) =>
        {
            chars[0] = char.ToUpperInvariant((char)code.Item1);
            chars[1] = char.ToUpperInvariant((char)code.Item2);
        });
        return true;
    }

    /// <summary>The first digits of a card number: 4 to 11 of them, because no more may be kept.</summary>
    public static bool Bin(RawRecord record, int field, out string? bin)
    {
        bin = null;
        bool digits = record.TypeOf(field) == FieldType.Number || record.TypeOf(field) == FieldType.Text;
        ReadOnlySpan<byte> text = digits ? record.Bytes(field) : default;
        if (text.IsEmpty)
        {
            return IsText(record, field, out _);
        }
        if (text.Length is < 4 or > 11 || text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return record.Fail(field, "not a BIN of 4 to 11 digits");
        }
        bin = Encoding.UTF8.GetString(text);
        return true;
    }

    /// <summary>A whole number of tokens; absent is 0.</summary>
    public static bool Tokens(RawRecord record, int field, out long tokens)
    {
        tokens = 0;
        if (!IsNumber(record, field, out ReadOnlySpan<byte> text) || text.IsEmpty)
        {
            return record.TypeOf(field) == FieldType.Absent || (record.TypeOf(field) == FieldType.Text && record.Untyped && text.IsEmpty);
        }
        if (TryDigits(text, out tokens))
        {
            return true;
        }
        bool whole = Utf8Parser.TryParse(text, out tokens, out int used) && used == text.Length && text[0] != '+';
        return (whole && tokens is >= 0 and <= MaxTokens) || record.Fail(field, $"not a whole number from 0 to {MaxTokens}");
    }

    /// <summary>A number from 0 to 1.</summary>
    public static bool Confidence(RawRecord record, int field, out double? confidence)
    {
        confidence = null;
        if (!IsNumber(record, field, out ReadOnlySpan<byte> text) || text.IsEmpty)
        {
            return record.TypeOf(field) == FieldType.Absent || (record.TypeOf(field) == FieldType.Text && record.Untyped && text.IsEmpty);
        }
        if (!Utf8Parser.TryParse(text, out double value, out int used) || used != text.Length || !(value is >= 0 and <= 1))
        {
            return record.Fail(field, "not a number from 0 to 1");
        }
        confidence = value + 0.0; // -0 becomes 0
        return true;
    }

    /// <summary>Text or absent (empty then).</summary>
    public static bool IsText(RawRecord record, int field, out ReadOnlySpan<byte> text)
    {
        text = default;
        switch (record.TypeOf(field))
        {
            case FieldType.Text:
                text = record.Bytes(field);
                return true;
            case FieldType.Absent:
                return true;
            case FieldType.NotUnicode:
                return record.Fail(field, "not Unicode text (a lone surrogate or broken UTF-8)");
            case FieldType.TooLong:
                return record.Fail(field, "longer than a record may be");
            default:
                return record.Fail(field, "not a text");
        }
    }

    private static bool IsNumber(RawRecord record, int field, out ReadOnlySpan<byte> text)
    {
        text = default;
        switch (record.TypeOf(field))
        {
            case FieldType.Number:
            case FieldType.Text when record.Untyped:
                text = record.Bytes(field);
                return true;
            case FieldType.Absent:
                return true;
            default:
                return record.Fail(field, "not a number");
        }
    }

    /// <summary>Reads a few digits, which is what nearly all counts are, and never more than <see cref="MaxTokens"/>.</summary>
    private static bool TryDigits(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        foreach (byte b in text)
        {
            int digit = b - '0';
            if ((uint)digit > 9)
            {
                return false;
            }
            value = (value * 10) + digit;
        }
        return text.Length <= 9;
    }
}
