using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.UnitTests.Prompts;

/// <summary>What a sketch is, byte by byte and word by word, without any of the sketcher's short cuts; for prompts of up to 65,535 words.</summary>
internal static class PlainSketch
{
    public static Anchor[] Of(byte[] prompt)
    {
        List<ulong> words = Words(prompt);
        if (words.Count is 0 or < 4)
        {
            return words.Count == 0 ? [] : [new Anchor((uint)(words.Aggregate((ulong)words.Count, (hash, word) => Hashing.Mix(hash ^ word)) >> 16), 0)];
        }
        List<(ulong Hash, int Position)> runs = [];
        for (int i = 0; i + 4 <= words.Count; i++)
        {
            runs.Add((Hashing.Mix((words[i] * 3) + (words[i + 1] * 5) + (words[i + 2] * 7) + (words[i + 3] * 11)), i));
        }
        var distinct = runs.GroupBy(run => run.Hash >> 16).Select(same => same.MinBy(run => run.Position)).OrderBy(run => run.Hash).ToList();
        int low = distinct.Count(run => run.Hash < ulong.MaxValue / PromptSketcher.Rate);
        return [.. distinct.Take(Math.Clamp(low, 4, PromptSketcher.MaxAnchors)).Select(run => new Anchor((uint)(run.Hash >> 16), (ushort)run.Position))];
    }

    private static List<ulong> Words(byte[] prompt)
    {
        List<ulong> words = [];
        WordHash word = default;
        void End()
        {
            if (!word.IsEmpty)
            {
                words.Add(word.Value);
            }
            word = default;
        }
        for (int i = 0; i < prompt.Length;)
        {
            if (prompt[i] < 0x80)
            {
                char c = char.ToLowerInvariant((char)prompt[i++]);
                if (char.IsAsciiLetter(c))
                {
                    word.Add((byte)c);
                }
                else if (char.IsAsciiDigit(c))
                {
                    word.AddDigit();
                }
                else
                {
                    End();
                }
                continue;
            }
            WordBreaks.Kind kind = WordBreaks.Classify(prompt.AsSpan(i), out int length);
            if (kind != WordBreaks.Kind.Letter)
            {
                End();
            }
            foreach (byte b in kind == WordBreaks.Kind.Separator ? [] : prompt[i..(i + length)])
            {
                word.Add(b);
            }
            if (kind == WordBreaks.Kind.Word)
            {
                End();
            }
            i += length;
        }
        End();
        return words;
    }
}
