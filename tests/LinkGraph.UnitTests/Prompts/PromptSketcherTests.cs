using System.Text;
using CsCheck;
using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.UnitTests.Prompts;

public sealed class PromptSketcherTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abcdefghij"], 1, 8];
    private static readonly Gen<string[]> Words = Word.Array[4, 60];

    private static Anchor[] Sketch(string prompt) => Sketch(Encoding.UTF8.GetBytes(prompt));

    private static Anchor[] Sketch(byte[] prompt)
    {
        Anchor[] room = new Anchor[PromptSketcher.MaxAnchors];
        return room[..new PromptSketcher().Sketch(prompt, room)];
    }

    private static HashSet<uint> Hashes(string prompt) => [.. Sketch(prompt).Select(a => a.Hash)];

    [Fact]
    public void Sketch_KnownPrompt_GivesTheSameAnchorsForever()
    {
        // A spool outlives the program that wrote it: these numbers may only change together with the spool's version.
        Anchor[] anchors = Sketch("Please translate the following 12 sentences into French, politely: é 東京");
        Assert.Equal("91ffc170@7 6e8487d3@5 44d8b2cf@4 b38241a2@6", string.Join(' ', anchors.Select(a => $"{a.Hash:x8}@{a.Position}")));
    }

    [Fact]
    public void Sketch_SeparatorsCaseAndNumbersDiffer_GivesTheSame() =>
        Words.Sample(words => Sketch(string.Join(' ', words)).SequenceEqual(
            Sketch("  " + string.Join(" \t-“", words.Select(w => w.ToUpperInvariant())) + "!?\u3002\0")));

    [Fact]
    public void Sketch_OtherNumbersFilledIn_GivesTheSame() =>
        Assert.Equal(Sketch("invoice 7 of 2024 for unit b12 due now"), Sketch("Invoice 123 of 1999 for unit b7, due now"));

    [Fact]
    public void Sketch_OfAnyPrompts_DoesNotDependOnWhatCameBefore() =>
        Words.Array[1, 8].Sample(prompts =>
        {
            PromptSketcher shared = new();
            Anchor[] room = new Anchor[PromptSketcher.MaxAnchors];
            return prompts.All(words =>
            {
                string prompt = string.Join(' ', words);
                int count = shared.Sketch(Encoding.UTF8.GetBytes(prompt), room);
                return room.AsSpan(0, count).SequenceEqual(Sketch(prompt));
            });
        });

    [Fact]
    public void Sketch_AnyPrompt_HasAtLeastFourAnchorsOrAllRunsAndNoHashTwice() =>
        Words.Sample(words =>
        {
            Anchor[] anchors = Sketch(string.Join(' ', words));
            int runs = Enumerable.Range(0, words.Length - 3).Select(i => string.Join(' ', words[i..(i + 4)])).Distinct().Count();
            Assert.True(anchors.Length >= Math.Min(4, runs));
            Assert.Equal(anchors.Length, anchors.Select(a => a.Hash).Distinct().Count());
            Assert.All(anchors, a => Assert.InRange(a.Position, 0, words.Length - 4));
        });

    [Fact]
    public void Sketch_PassageInsideOtherWords_KeepsItsAnchorsAndTheirDistances()
    {
        string passage = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"passage{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"));
        Anchor[] alone = Sketch(passage);
        Dictionary<uint, ushort> behind = Sketch("six words that stand before it " + passage + " and some after").ToDictionary(a => a.Hash, a => a.Position);
        Assert.True(alone.Length > 8);
        Assert.All(alone, a => Assert.Equal(a.Position + 6, behind[a.Hash]));
    }

    [Fact]
    public void Sketch_RepeatedWords_KeepsTheFirstPosition() =>
        Assert.Equal([(ushort)0], Sketch(string.Join(' ', Enumerable.Repeat("again", 50_000))).Select(a => a.Position));

    [Theory]
    [InlineData("", 0)]
    [InlineData(" ?!. -- ", 0)]
    [InlineData("hi", 1)]
    [InlineData("thanks a lot", 1)]
    [InlineData("東", 1)]
    [InlineData("one two three four", 1)]
    public void Sketch_ShortPrompt_GivesOneAnchorIfThereIsAWord(string prompt, int expected) => Assert.Equal(expected, Sketch(prompt).Length);

    [Fact]
    public void Sketch_ShortPrompts_AreToldApart() =>
        Assert.Equal(4, new[] { "hi", "thanks", "thanks thanks", "hi thanks" }.SelectMany(Hashes).Distinct().Count());

    [Theory]
    [InlineData("请把下面的句子翻译成英文，不要解释，只给出译文，并保持原来的语气和标点，谢谢。今天天气很好", "请把下面的句子翻译成英文，不要解释，只给出译文，并保持原来的语气和标点，谢谢。我想去北京")]
    [InlineData("次の文章を英語に翻訳してください、説明は不要です、訳文だけを書いてください。今日は天気", "次の文章を英語に翻訳してください、説明は不要です、訳文だけを書いてください。明日は雨")]
    [InlineData("กรุณาแปลประโยคต่อไปนี้เป็นภาษาอังกฤษสวัสดี", "กรุณาแปลประโยคต่อไปนี้เป็นภาษาอังกฤษขอบคุณ")]
    public void Sketch_ScriptsWithoutSpaces_SharePassages(string a, string b)
    {
        HashSet<uint> of = Hashes(a);
        Assert.True(of.Count >= 4);
        Assert.True(of.Intersect(Hashes(b)).Count() >= 2);
    }

    [Fact]
    public void Sketch_IdeographsBesideLatin_AreWordsOfTheirOwn() => Assert.Equal(Sketch("use 東 京 now please ok"), Sketch("use東京now please ok"));

    [Fact]
    public void Sketch_WordsWithAccentsAndOtherAlphabets_AreNotCut() =>
        Assert.Equal(1, new[] { "créé élève là", "сделай перевод текста", "번역해 주세요 이것을" }.Max(p => Sketch(p).Length));

    [Fact]
    public void Sketch_MegabyteOfWords_IsBoundedAndKeepsTheLowest()
    {
        string text = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => Letters(i)));
        Anchor[] all = Sketch(text);
        Assert.Equal(PromptSketcher.MaxAnchors, all.Length);
        // The lowest of the whole are the lowest of the half in which they stand.
        HashSet<uint> half = Hashes(text[..(text.Length / 2)]);
        Anchor[] early = [.. all.Where(a => a.Position < 60_000)];
        Assert.NotEmpty(early);
        Assert.All(early, a => Assert.Contains(a.Hash, half));
    }

    [Fact]
    public void Sketch_AnyBytes_NeverFails() => Gen.Byte.Array[0, 300].Sample(bytes => Sketch(bytes).Length <= PromptSketcher.MaxAnchors);

    [Fact]
    public void Sketch_TooLittleRoom_Throws() => Assert.Throws<ArgumentException>(() => new PromptSketcher().Sketch("a"u8, new Anchor[4]));

    private static string Letters(int number)
    {
        StringBuilder letters = new();
        for (; number > 0; number /= 26)
        {
            letters.Append((char)('a' + (number % 26)));
        }
        return letters.Append('z').ToString();
    }
}
