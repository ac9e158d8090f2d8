using CsCheck;
using LinkGraph.Ingestion.Prompts;

namespace LinkGraph.UnitTests.Prompts;

public sealed class PromptSpoolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linkgraph-spool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static SketchBatch Batch(int number) => Sketches.Batch(Enumerable.Range(0, 3).Select(i =>
        new Sketches.Exchange($"account-{(number + i) % 5}", (number * 1_000L) - (i * 7), $"the quick brown fox number {(char)('a' + number)} jumps over lazy dogs")));

    private static IEnumerable<string> LinesOf(params int[] numbers) => numbers.SelectMany(n => Sketches.Lines(Batch(n)));

    private string[] Files => [.. Directory.GetFiles(_folder, "spool-*.seg").Order(StringComparer.Ordinal)];

    private IEnumerable<string> Reopened()
    {
        using PromptSpool spool = new(_folder);
        return [.. Sketches.Lines(spool.Read())];
    }

    private void Fill(params int[] numbers)
    {
        using PromptSpool spool = new(_folder);
        foreach (int number in numbers)
        {
            spool.Append("s", number, Batch(number));
        }
    }

    [Fact]
    public void Append_Reopened_GivesBackWhatWasAppended()
    {
        using (PromptSpool spool = new(_folder, segmentSize: 200))
        {
            Assert.Null(spool.LastSeq("a"));
            spool.Append("a", 1, Batch(1));
            spool.Append("b", 1, Batch(2));
            spool.Append("a", 2, Batch(3));
            Assert.Equal(LinesOf(1, 2, 3), Sketches.Lines(spool.Read()));
        }
        Assert.True(Files.Length > 1);
        using PromptSpool again = new(_folder);
        Assert.Equal(LinesOf(1, 2, 3), Sketches.Lines(again.Read()));
        Assert.Equal(2, again.LastSeq("a"));
        Assert.Equal(1, again.LastSeq("b"));
        Assert.Null(again.LastSeq("c"));
    }

    [Fact]
    public void Append_SameSourceAndNumber_ReplacesTheBatch()
    {
        using (PromptSpool spool = new(_folder))
        {
            spool.Append("a", 1, Batch(1));
            spool.Append("a", 2, Batch(2));
            spool.Append("a", 1, Batch(3));
            Assert.Equal(LinesOf(2, 3), Sketches.Lines(spool.Read()));
        }
        Assert.Equal(LinesOf(2, 3), Reopened());
    }

    [Fact]
    public void DropAfter_BatchesTheGraphDidNotTake_AreGoneForThatSourceOnly()
    {
        // Killed between the append of batch 3 and its commit: the graph's checkpoint says 2.
        using (PromptSpool spool = new(_folder))
        {
            spool.Append("a", 1, Batch(1));
            spool.Append("a", 2, Batch(2));
            spool.Append("b", 9, Batch(4));
            spool.Append("a", 3, Batch(3));
        }
        using (PromptSpool spool = new(_folder))
        {
            spool.DropAfter("a", 2);
            Assert.Equal(2, spool.LastSeq("a"));
            Assert.Equal(LinesOf(1, 2, 4), Sketches.Lines(spool.Read()));
            spool.Append("a", 3, Batch(5));
        }
        Assert.Equal(LinesOf(1, 2, 4, 5), Reopened());
    }

    [Fact]
    public void DropAfter_NothingNewer_WritesNothing()
    {
        Fill(1, 2);
        byte[] before = File.ReadAllBytes(Files[0]);
        using (PromptSpool spool = new(_folder))
        {
            spool.DropAfter("s", 2);
            spool.DropAfter("unknown", 0);
        }
        Assert.Equal(before, File.ReadAllBytes(Files[0]));
    }

    [Fact]
    public void Open_LastFrameTornAtAnyByte_DropsThatFrameOnly()
    {
        Fill(1, 2);
        int before = File.ReadAllBytes(Files[0]).Length;
        Fill(3);
        byte[] whole = File.ReadAllBytes(Files[0]);
        for (int length = before; length < whole.Length; length++)
        {
            File.WriteAllBytes(Files[0], whole[..length]);
            using (PromptSpool spool = new(_folder))
            {
                Assert.Equal(LinesOf(1, 2), Sketches.Lines(spool.Read()));
                Assert.Equal(2, spool.LastSeq("s"));
                spool.Append("s", 3, Batch(4));
            }
            Assert.Equal(LinesOf(1, 2, 4), Reopened());
        }
    }

    [Fact]
    public void Open_TornBeforeTheFirstFrame_IsEmpty()
    {
        Fill(1);
        byte[] whole = File.ReadAllBytes(Files[0]);
        for (int length = 0; length < 9; length++)
        {
            File.WriteAllBytes(Files[0], whole[..length]);
            Assert.Empty(Reopened());
        }
    }

    [Fact]
    public void Open_LastFrameHasFlippedBytes_DropsThatFrame()
    {
        Fill(1);
        int before = File.ReadAllBytes(Files[0]).Length;
        Fill(2);
        byte[] whole = File.ReadAllBytes(Files[0]);
        for (int at = before; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x10;
            File.WriteAllBytes(Files[0], damaged);
            Assert.Equal(LinesOf(1), Reopened());
        }
    }

    [Fact]
    public void Read_EarlierFrameHasFlippedBytes_SaysWhere()
    {
        Fill(1, 2);
        byte[] whole = File.ReadAllBytes(Files[0]);
        using (PromptSpool spool = new(_folder))
        {
            spool.Append("s", 3, Batch(3));
        }
        byte[] longer = File.ReadAllBytes(Files[0]);
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. longer];
            damaged[at] ^= 0x01;
            File.WriteAllBytes(Files[0], damaged);
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => Reopened());
            Assert.Contains(Files[0], error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Open_FileMissing_Throws()
    {
        using (PromptSpool spool = new(_folder, segmentSize: 1))
        {
            spool.Append("s", 1, Batch(1));
            spool.Append("s", 2, Batch(2));
        }
        File.Delete(Files[0]);
        Assert.Contains("spool-00000001.seg", Assert.Throws<InvalidDataException>(() => new PromptSpool(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FolderInUse_SaysSoAndIsFreeAfterwards()
    {
        using (PromptSpool first = new(_folder))
        {
            Assert.Contains("in use by another", Assert.Throws<IOException>(() => new PromptSpool(_folder)).Message, StringComparison.Ordinal);
        }
        using PromptSpool second = new(_folder);
        Assert.Equal(0, second.Read().BatchCount);
    }

    [Fact]
    public void Append_AnyNumbers_ComeBackExactly()
    {
        Gen<SketchBatch> batch = Gen.Select(
            Gen.Long, Gen.Int[0, 2], Gen.Select(Gen.UInt, Gen.UShort, (h, p) => new Anchor(h, p)).Array[0, PromptSketcher.MaxAnchors]).Array[0, 10]
            .Select(rows => new SketchBatch(
                ["", "ü\0\"", "b"], [.. rows.Select(r => r.Item2)], [.. rows.Select(r => r.Item1)],
                [0, .. rows.Select((_, i) => rows.Take(i + 1).Sum(r => r.Item3.Length))], [.. rows.SelectMany(r => r.Item3)]));
        using PromptSpool spool = new(_folder);
        batch.Sample(
            b =>
            {
                spool.Append("s", 1, b);
                return Sketches.Lines(b).SequenceEqual(Sketches.Lines(spool.Read()));
            },
            threads: 1);
    }

    [Fact]
    public void Append_BatchThatDoesNotFitTogether_ThrowsAndKeepsNothing()
    {
        using PromptSpool spool = new(_folder);
        Assert.Throws<ArgumentException>(() => spool.Append("s", 1, new SketchBatch(["a"], [1], [0], [0, 0], [])));
        Assert.Throws<ArgumentException>(() => spool.Append("s", 1, new SketchBatch(["a"], [0], [0], [0, 1], [])));
        Assert.ThrowsAny<ArgumentException>(() => spool.Append("s", 1, new SketchBatch(["\ud800"], [0], [0], [0, 0], [])));
        Assert.Null(spool.LastSeq("s"));
    }

    [Fact]
    public void Append_Prompts_LeavesNoWordsOnDisk()
    {
        Fill(1);
        string text = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Files[0]));
        Assert.DoesNotContain("quick", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("lazy", text, StringComparison.OrdinalIgnoreCase);
    }
}
