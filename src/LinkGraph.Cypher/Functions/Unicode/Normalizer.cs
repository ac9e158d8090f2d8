using System.Text;

namespace LinkGraph.Cypher.Functions.Unicode;

/// <summary>
/// The normal forms of Unicode. .NET has them only with the system's ICU, which this program does without so that it needs nothing installed.
/// </summary>
public static class Normalizer
{
    // Hangul syllables are computed, as chapter 3.12 of the standard says.
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28, Syllables = Leads * Vowels * Tails;

    public static string Normalize(string text, NormalizationForm form)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var codes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, form is NormalizationForm.FormKC or NormalizationForm.FormKD, codes);
        }

        Reorder(codes);
        if (form is NormalizationForm.FormC or NormalizationForm.FormKC)
        {
            Compose(codes);
        }

        var result = new StringBuilder(text.Length);
        foreach (var code in codes)
        {
            result.Append(new Rune(code).ToString());
        }

        return result.ToString();
    }

    public static bool IsNormalized(string text, NormalizationForm form) => Normalize(text, form) == text;

    private static void Decompose(int code, bool compatible, List<int> into)
    {
        var syllable = code - SyllableBase;
        if (syllable is >= 0 and < Syllables)
        {
            into.Add(LeadBase + (syllable / (Vowels * Tails)));
            into.Add(VowelBase + (syllable % (Vowels * Tails) / Tails));
            if (syllable % Tails != 0)
            {
                into.Add(TailBase + (syllable % Tails));
            }

            return;
        }

        var tables = NormalizationTables.Instance;
        if (tables.Canonical.TryGetValue(code, out var parts) || (compatible && tables.Compatible.TryGetValue(code, out parts)))
        {
            foreach (var part in parts)
            {
                Decompose(part, compatible, into);
            }

            return;
        }

        into.Add(code);
    }

    /// <summary>Marks on one base in the order of their classes; those of one class stay as they are.</summary>
    private static void Reorder(List<int> codes)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var (code, own) = (codes[i], Class(codes[i]));
            var at = i;
            for (; own != 0 && at > 0 && Class(codes[at - 1]) > own; at--)
            {
                codes[at] = codes[at - 1];
            }

            codes[at] = code;
        }
    }

    private static void Compose(List<int> codes)
    {
        var (written, starter, last) = (0, -1, -1);
        for (var i = 0; i < codes.Count; i++)
        {
            var (code, own) = (codes[i], Class(codes[i]));

            // A mark of the same or a higher class in between blocks the way to the starter.
            if (starter >= 0 && last < own && Pair(codes[starter], code) is { } composed)
            {
                codes[starter] = composed;
                continue;
            }

            (starter, last) = own == 0 ? (written, -1) : (starter, own);
            codes[written++] = code;
        }

        codes.RemoveRange(written, codes.Count - written);
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadBase is >= 0 and < Leads and var lead && second - VowelBase is >= 0 and < Vowels and var vowel)
        {
            return SyllableBase + (((lead * Vowels) + vowel) * Tails);
        }

        if (first - SyllableBase is >= 0 and < Syllables and var syllable && syllable % Tails == 0 && second - TailBase is > 0 and < Tails and var tail)
        {
            return first + tail;
        }

        return NormalizationTables.Instance.Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static int Class(int code) => NormalizationTables.Instance.Classes.GetValueOrDefault(code);
}
