using CsCheck;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Prompts.Templates;
using static LinkGraph.UnitTests.Prompts.Sketches;

namespace LinkGraph.UnitTests.Prompts;

/// <summary>Small corpora of which it is known who shares what.</summary>
public sealed class TemplateFinderTests
{
    private readonly Random _random = new(7);

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    private string Word() => string.Concat(Enumerable.Range(0, _random.Next(2, 5)).Select(_ => "bcdfglmnprst"[_random.Next(12)].ToString() + "aeiou"[_random.Next(5)]));

    /// <summary>A text with holes; filling them gives a prompt.</summary>
    private Func<string> Template(params int[] lengths)
    {
        string[] pieces = [.. lengths.Select(Words)];
        return () => string.Join(' ', pieces.SelectMany((piece, i) => i == 0 ? [piece] : new[] { Words(_random.Next(1, 4)), piece }));
    }

    private static IEnumerable<Exchange> Each(string name, int accounts, int exchanges, Func<string> prompt) =>
        from a in Enumerable.Range(0, accounts)
        from i in Enumerable.Range(0, exchanges)
        select new Exchange($"{name}{a:D3}", 1_000 + (100 * i) + a, prompt());

    private static TemplateOutcome Find(params IEnumerable<Exchange>[] exchanges) => Find([.. exchanges.Select(Batch)]);

    private static TemplateOutcome Find(SketchBatch[] batches) => TemplateFinder.Find(new ListReader(batches), null, TestContext.Current.CancellationToken);

    /// <summary>By template: the accounts that use it, and how often in all.</summary>
    private static List<(string[] Accounts, int Count)> Uses(TemplateOutcome outcome) =>
        [.. from a in Enumerable.Range(0, outcome.Accounts.Length)
            from u in Enumerable.Range(outcome.UseOffsets[a], outcome.UseOffsets[a + 1] - outcome.UseOffsets[a])
            group (Account: outcome.Accounts[a], Count: outcome.UseCount[u]) by outcome.UseTemplate[u] into g
            orderby g.Count() descending
            select (g.Select(x => x.Account).ToArray(), g.Sum(x => x.Count))];

    [Fact]
    public void Find_TemplateWithSlots_IsOneTemplateOfAllItsAccounts()
    {
        TemplateOutcome outcome = Find(Each("op", 40, 10, Template(12, 10, 12)), Each("honest", 20, 10, () => Words(30)));
        (string[] accounts, int count) = Assert.Single(Uses(outcome));
        Assert.Equal(40, accounts.Length);
        Assert.All(accounts, a => Assert.StartsWith("op", a, StringComparison.Ordinal));
        Assert.Equal(400, count);
        Assert.All(Enumerable.Range(0, 60), a => Assert.Equal(outcome.Accounts[a].StartsWith("op", StringComparison.Ordinal) ? 0 : 10, outcome.OwnPrompts[a]));
        Assert.All(outcome.Prompts, p => Assert.Equal(10, p));
    }

    [Fact]
    public void Find_TaskBehindASystemPrompt_StaysATemplateOfItsOwn()
    {
        string system = Words(40);
        Func<string> task = Template(10, 10, 10);
        TemplateOutcome outcome = Find(
            Each("op", 20, 8, () => system + ". " + task()),
            Each("user", 60, 8, () => system + ". " + Words(25)));
        List<(string[] Accounts, int Count)> uses = Uses(outcome);
        Assert.Equal([80, 20], uses.Select(u => u.Accounts.Length));
        Assert.All(uses[1].Accounts, a => Assert.StartsWith("op", a, StringComparison.Ordinal));
        Assert.Equal(160, uses[1].Count);
    }

    [Fact]
    public void Find_FreeChatAndHabitsOfOneAccount_ArePrivate()
    {
        TemplateOutcome outcome = Find(
            Each("chat", 40, 20, () => Words(30)),
            Enumerable.Range(0, 10).SelectMany(i => Each($"habit{i}", 1, 20, Template(15, 15))));
        Assert.Empty(outcome.Templates);
        Assert.Empty(outcome.UseTemplate);
        Assert.Equal(outcome.Prompts, outcome.OwnPrompts);
        Assert.Equal(1_000, outcome.Prompts.Sum());
    }

    [Fact]
    public void Find_TwoTemplatesThatShareASentence_StayApart()
    {
        string sentence = Words(12);
        Func<string> a1 = Template(12, 12), a2 = Template(12, 12), b1 = Template(12, 12), b2 = Template(12, 12);
        TemplateOutcome outcome = Find(
            Each("a", 30, 10, () => $"{a1()} {sentence} {a2()}"),
            Each("b", 30, 10, () => $"{b1()} {sentence} {b2()}"));
        List<(string[] Accounts, int Count)> uses = Uses(outcome);
        Assert.Equal([30, 30], uses.Select(u => u.Accounts.Length));
        Assert.All(uses, u => Assert.Single(u.Accounts.Select(a => a[0]).Distinct()));
    }

    [Fact]
    public void Find_EditedByFewAccounts_JoinsTheTemplateAroundTheEdit()
    {
        string[] text = Words(60).Split(' ');
        string[] edited = [.. text[..25], .. Words(8).Split(' '), .. text[33..]];
        TemplateOutcome outcome = Find(
            Each("plain", 30, 5, () => string.Join(' ', text)),
            Each("edited", 4, 5, () => string.Join(' ', edited)));
        Assert.Equal([34], Uses(outcome).Select(u => u.Accounts.Length));
    }

    [Fact]
    public void Find_ShortPromptOfSeveralAccounts_IsATemplateOfItsOwn()
    {
        TemplateOutcome outcome = Find(Each("x", 5, 3, () => "hello there"), Each("y", 5, 3, () => "Thanks!"), Each("z", 1, 3, () => "mine alone"));
        Assert.Equal([(5, 15), (5, 15)], Uses(outcome).Select(u => (u.Accounts.Length, u.Count)));
        Assert.Equal(3, outcome.OwnPrompts.Sum());
    }

    [Fact]
    public void Find_PromptsWithoutWords_CountNowhere()
    {
        TemplateOutcome outcome = Find([new Exchange("a", 1, "?!"), new Exchange("a", 2, ""), new Exchange("b", 3, "one word more or less")]);
        Assert.Equal(["b"], outcome.Accounts);
        Assert.Equal([1], outcome.Prompts);
    }

    [Fact]
    public void Find_Uses_HaveCountsAndTimes()
    {
        string text = Words(20);
        TemplateOutcome outcome = Find(
            [new Exchange("b", -50, text), new Exchange("a", 700, text), new Exchange("a", 9, "words that nobody else says here")],
            [new Exchange("a", 20, text), new Exchange("a", 5_000_000_000, text)]);
        Assert.Equal(["a", "b"], outcome.Accounts);
        Assert.Equal([0, 1, 2], outcome.UseOffsets);
        Assert.Equal([3, 1], outcome.UseCount);
        Assert.Equal([20L, -50], outcome.UseFirst);
        Assert.Equal([5_000_000_000L, -50], outcome.UseLast);
        Assert.Equal([4, 1], outcome.Prompts);
        Assert.Equal([1, 0], outcome.OwnPrompts);
        Assert.Matches("^[0-9a-f]{8}$", outcome.TemplateId(0));
    }

    [Fact]
    public void Find_Nothing_GivesNothing() => Assert.Empty(Find(Array.Empty<SketchBatch>()).Accounts);

    [Fact]
    public void Find_AnyOrderAndAnyCut_GivesTheSame()
    {
        Func<string>[] templates = [.. Enumerable.Range(0, 12).Select(i => Template(8 + i, 6, 9)), () => "ok thanks", () => Words(20)];
        string system = Words(30);
        Exchange[] exchanges =
        [
            .. Enumerable.Range(0, 600).Select(_ => new Exchange(
                $"account{_random.Next(40)}", _random.Next(1, 100_000),
                (_random.Next(3) == 0 ? system + " " : "") + templates[_random.Next(templates.Length)]())),
        ];
        exchanges = [.. exchanges, .. exchanges[..50]];
        string expected = Describe(Find(exchanges));
        Assert.Contains("account1 ", expected, StringComparison.Ordinal);
        Gen.Select(Gen.Int, Gen.Int[1, 200]).Sample(
            (seed, size) =>
            {
                Exchange[] shuffled = [.. exchanges];
                new Random(seed).Shuffle(shuffled);
                return Describe(Find([.. shuffled.Chunk(size).Select(Batch)])) == expected;
            },
            iter: 40);
    }

    [Fact]
    public void Find_FromTheSpool_GivesTheSameAsFromMemory()
    {
        string folder = Directory.CreateTempSubdirectory("linkgraph-finder-").FullName;
        try
        {
            SketchBatch[] batches = [Batch(Each("a", 10, 5, Template(12, 12))), Batch(Each("b", 10, 5, () => Words(12)))];
            using PromptSpool spool = new(folder);
            for (int i = 0; i < batches.Length; i++)
            {
                spool.Append("s", i, batches[i]);
            }
            Assert.Equal(Describe(Find(batches)), Describe(TemplateFinder.Find(spool.Read(), null, TestContext.Current.CancellationToken)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Find_Progress_GoesFromNothingToAll()
    {
        List<double> shares = [];
        TemplateFinder.Find(new ListReader([Batch(Each("a", 3, 3, () => Words(9)))]), new Collector(shares), TestContext.Current.CancellationToken);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
    }

    [Fact]
    public void Find_Cancelled_Stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => TemplateFinder.Find(new ListReader([Batch(Each("a", 3, 3, () => Words(9)))]), null, source.Token));
    }

    [Fact]
    public void Find_DamagedBatch_ThrowsItsError() =>
        Assert.Throws<InvalidDataException>(() => TemplateFinder.Find(new DamagedReader(), null, TestContext.Current.CancellationToken));

    private static string Describe(TemplateOutcome o)
    {
        IEnumerable<string> lines = Enumerable.Range(0, o.Accounts.Length).Select(a =>
            $"{o.Accounts[a]} {o.Prompts[a]} {o.OwnPrompts[a]} " + string.Join(' ', Enumerable.Range(o.UseOffsets[a], o.UseOffsets[a + 1] - o.UseOffsets[a])
                .Select(u => $"{o.TemplateId(o.UseTemplate[u])}:{o.UseCount[u]}:{o.UseFirst[u]}:{o.UseLast[u]}")));
        return string.Join('\n', lines);
    }

    private sealed class Collector(List<double> shares) : IProgress<TemplateProgress>
    {
        public void Report(TemplateProgress value)
        {
            lock (shares)
            {
                shares.Add(value.Share);
            }
        }
    }

    private sealed class DamagedReader : ISketchReader
    {
        public int BatchCount => 3;

        public long AnchorBound => 10;

        public SketchBatch ReadBatch(int index) => throw new InvalidDataException("damaged");
    }
}
