using System.Text;
using CsCheck;
using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.UnitTests.Prompts;

/// <summary>Every short cut of the sketcher against the plain way.</summary>
public sealed class SketchShortCutTests
{
    private static readonly Gen<byte[]> Texts = Gen.OneOf(
        Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyzABCXYZ"], 1, 20].Array[0, 200].Select(words => Encoding.UTF8.GetBytes(string.Join(' ', words))),
        OneOf("a", "z", "A", "Z", "0", "9", " ", "@", "[", "`", "{", "/", ":", "\0", "\n", "é", "–", "東", "ก", "🙂", "word", "1234", "longerthansixteenbytes")
            .Array[0, 300].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))),
        Gen.Byte.Array[0, 300]);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Sketch_AnyBytes_IsThePlainSketch()
    {
        Texts.Sample(
            text =>
            {
                Anchor[] room = new Anchor[PromptSketcher.MaxAnchors];
                int count = new PromptSketcher().Sketch(text, room);
                Assert.Equal(PlainSketch.Of(text), room[..count]);
            },
            iter: 2_000);
    }

    [Fact]
    public void Sketch_AnyBytesAcrossParts_IsThePlainSketch()
    {
        Gen.Select(Gen.Int[3_900, 4_200], OneOf("a", "é", "東", "1", " "), Texts).Sample(
            (length, filler, text) =>
            {
                byte[] whole = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(filler, length))), .. text];
                Anchor[] room = new Anchor[PromptSketcher.MaxAnchors];
                PromptSketcher sketcher = new();
                sketcher.Sketch(text, room);
                int count = sketcher.Sketch(whole, room);
                Assert.Equal(PlainSketch.Of(whole), room[..count]);
            },
            iter: 300);
    }

    [Fact]
    public void TryHash_WordOfLetters_IsTheHashByteByByte() =>
        Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyzABCXYZ"], 1, 20].Sample(word =>
        {
            byte[] text = new PaddedText().Fill(Encoding.UTF8.GetBytes(word)).ToArray();
            WordHash plain = default;
            foreach (char c in word.ToLowerInvariant())
            {
                plain.Add((byte)c);
            }
            bool hashed = LetterWord.TryHash(text, PaddedText.Padding, PaddedText.Padding + word.Length, out ulong hash);
            Assert.Equal(word.Length <= 16, hashed);
            Assert.True(!hashed || hash == plain.Value);
        });

    [Fact]
    public void TryHash_OneByteIsNoLetter_LeavesItToOthers() =>
        Gen.Select(Gen.Int[1, 16], Gen.Int[0, 15], Gen.OneOf(Gen.Byte[(byte)'0', (byte)'9'], Gen.Byte[0x80, 0xFF])).Sample((length, at, other) =>
        {
            byte[] word = new byte[length];
            word.AsSpan().Fill((byte)'x');
            word[at % length] = other;
            return !LetterWord.TryHash(new PaddedText().Fill(word), PaddedText.Padding, PaddedText.Padding + length, out _);
        });

    [Fact]
    public void Find_AnyBlocks_GivesEveryEdge() =>
        Gen.Select(Gen.Byte.Array[0, 640], Gen.Bool).Sample((bytes, before) =>
        {
            byte[] text = bytes[..(bytes.Length / WordEdges.BlockBytes * WordEdges.BlockBytes)];
            bool inRun = before;
            int[] found = new int[WordEdges.Room(text.Length)];
            int count = WordEdges.Find(text, ref inRun, found);
            static bool InRun(byte b) => b >= 0x80 || char.IsAsciiLetterOrDigit((char)b);
            int[] plain = [.. Enumerable.Range(0, text.Length).Where(i => InRun(text[i]) != (i == 0 ? before : InRun(text[i - 1])))];
            Assert.Equal(plain, found[..count]);
            Assert.Equal(text.Length == 0 ? before : InRun(text[^1]), inRun);
        });

    [Fact]
    public void RankSort_AnyNumbers_Sorts() =>
        Gen.OneOf(Gen.ULong, Gen.ULong[0, 5]).Array[0, RankSort.MaxLength].Sample(numbers =>
        {
            ulong[] sorted = [.. numbers];
            RankSort.Sort(sorted);
            Assert.Equal(numbers.Order(), sorted);
        });
}
