namespace LinkGraph.Ingestion.Prompts;

/// <summary>
/// What code points beyond ASCII do to words. The ranges are fixed here, and not taken from the runtime's Unicode tables, because a sketch made
/// by one version of the program is compared with those of another.
/// </summary>
internal static class WordBreaks
{
    /// <summary>What a code point beyond ASCII is to a word.</summary>
    public enum Kind
    {
        /// <summary>Part of a word.</summary>
        Letter,

        /// <summary>Ends a word.</summary>
        Separator,

        /// <summary>A word of its own: its script is written without spaces.</summary>
        Word,
    }

    /// <summary>Reads the code point that begins the text; bytes that are no UTF-8 are letters, one by one.</summary>
    public static Kind Classify(ReadOnlySpan<byte> text, out int length)
    {
        uint first = text[0];
        length = first switch { >= 0xF0 and < 0xF5 => 4, >= 0xE0 and < 0xF0 => 3, >= 0xC2 and < 0xE0 => 2, _ => 1 };
        if (length == 1 || length > text.Length)
        {
            length = 1;
            return Kind.Letter;
        }
        uint point = first & (0xFFu >> (length + 1));
        for (int i = 1; i < length; i++)
        {
            if ((text[i] & 0xC0) != 0x80)
            {
                length = 1;
                return Kind.Letter;
            }
            point = (point << 6) | (text[i] & 0x3Fu);
        }
        return KindOf(point);
    }

    private static Kind KindOf(uint point) => point switch
    {
        < 0xC0 => Kind.Separator,                                   // Latin-1 signs
        < 0x0E00 => Kind.Letter,
        < 0x0F00 => Kind.Word,                                      // Thai, Lao
        < 0x1000 => Kind.Letter,
        < 0x10A0 => Kind.Word,                                      // Burmese
        >= 0x1780 and < 0x1800 => Kind.Word,                        // Khmer
        >= 0x2000 and < 0x2070 => Kind.Separator,                   // spaces, dashes, quotes
        >= 0x3000 and < 0x3040 => Kind.Separator,                   // ideographic punctuation
        >= 0x3040 and < 0x3100 => Kind.Word,                        // kana
        >= 0x3400 and < 0xA000 => Kind.Word,                        // Han
        >= 0xF900 and < 0xFB00 => Kind.Word,                        // Han, compatibility
        >= 0xFF00 and < 0xFF10 or >= 0xFF1A and < 0xFF21
            or >= 0xFF3B and < 0xFF41 or >= 0xFF5B and < 0xFF66 => Kind.Separator, // full-width punctuation
        >= 0x20000 and < 0x40000 => Kind.Word,                      // Han, extensions
        _ => Kind.Letter,
    };
}
