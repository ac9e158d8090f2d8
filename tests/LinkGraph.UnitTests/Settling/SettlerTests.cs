using CsCheck;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Prompts.Templates;
using LinkGraph.Ingestion.Settling;
using LinkGraph.Model.Ingest;
using LinkGraph.UnitTests.Prompts;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkGraph.UnitTests.Settling;

public sealed class SettlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Settler On(MemoryGraph graph) => new(graph, NullLogger<Settler>.Instance);

    /// <summary>Account a uses templates with counts; the outcome that says so.</summary>
    private static TemplateOutcome Outcome(params (string Account, (uint Template, int Count)[] Uses)[] accounts)
    {
        accounts = [.. accounts.OrderBy(a => a.Account, StringComparer.Ordinal)];
        uint[] templates = [.. accounts.SelectMany(a => a.Uses).Select(u => u.Template).Distinct().Order()];
        var uses = accounts.SelectMany(a => a.Uses.OrderBy(u => u.Template)).ToArray();
        int[] offsets = new int[accounts.Length + 1];
        for (int a = 0; a < accounts.Length; a++)
        {
            offsets[a + 1] = offsets[a] + accounts[a].Uses.Length;
        }
        return new TemplateOutcome(
            [.. accounts.Select(a => a.Account)], [.. accounts.Select(a => 3 + a.Uses.Sum(u => u.Count))], [.. accounts.Select(_ => 3)], templates,
            offsets,
            [.. uses.Select(u => Array.BinarySearch(templates, u.Template))], [.. uses.Select(u => u.Count)],
            [.. uses.Select(u => 100L * u.Count)], [.. uses.Select(u => 200L * u.Count)]);
    }

    private static Gen<TemplateOutcome> Outcomes { get; } =
        Gen.Select(Gen.Int[0, 9], Gen.Select(Gen.UInt[0, 6], Gen.Int[1, 3]).Array[0, 5]).Array[0, 8].Select(rows => Outcome(
            [.. rows.DistinctBy(r => r.Item1).Select(r => ($"a{r.Item1}", r.Item2.DistinctBy(u => u.Item1).ToArray()))]));

    private static string State(MemoryGraph graph) =>
        string.Join('\n', graph.Sent.Values) + "\n" + string.Join('\n', graph.Totals.Values.Where(t => t.Prompts != 0 || t.OwnPrompts != 0));

    private static MemoryGraph Settled(params TemplateOutcome[] outcomes)
    {
        MemoryGraph graph = new();
        foreach (TemplateOutcome outcome in outcomes)
        {
            On(graph).SettleTemplatesAsync(outcome, Cancellation).GetAwaiter().GetResult();
        }
        return graph;
    }

    [Fact]
    public async Task SettleTemplates_EmptyGraph_WritesEverythingOnce()
    {
        MemoryGraph graph = new();
        TemplateOutcome outcome = Outcome(("a", [(0x2a, 4), (0xff000001, 1)]), ("b", [(0x2a, 1)]), ("c", []));
        SettlingSummary first = await On(graph).SettleTemplatesAsync(outcome, Cancellation);
        Assert.Equal(new SettlingSummary(2, 3, 0, 3, 0, 0), first);
        Assert.Equal(
            new SentRow("a", "0000002a", 4, new Span(DateTimeOffset.FromUnixTimeSeconds(400), DateTimeOffset.FromUnixTimeSeconds(800))),
            graph.Sent[("a", "0000002a")]);
        Assert.Equal(new PromptTotalsRow("a", 8, 3), graph.Totals["a"]);
        int writes = graph.Writes;
        SettlingSummary second = await On(graph).SettleTemplatesAsync(outcome, Cancellation);
        Assert.Equal(new SettlingSummary(2, 0, 0, 0, 0, 0), second);
        Assert.Equal(writes, graph.Writes);
    }

    [Fact]
    public async Task SettleTemplates_FewDifferences_WritesThoseOnly()
    {
        MemoryGraph graph = Settled(Outcome(("a", [(1, 4), (2, 1)]), ("b", [(1, 1)]), ("gone", [(1, 1)])));
        SettlingSummary summary = await On(graph).SettleTemplatesAsync(Outcome(("a", [(1, 4), (3, 1)]), ("b", [(1, 2)])), Cancellation);
        // Set: a-3 and b-1 anew; removed: a-2 and gone-1; totals: b's grew, gone's are nothing now.
        Assert.Equal(new SettlingSummary(2, 2, 2, 2, 0, 0), summary);
        Assert.Equal(new PromptTotalsRow("gone", 0, 0), graph.Totals["gone"]);
    }

    [Fact]
    public void SettleTemplates_AnyStateBefore_EndsAsFromNothing() =>
        Gen.Select(Outcomes, Outcomes).Sample((before, after) =>
        {
            MemoryGraph graph = Settled(before, after);
            Assert.Equal(State(Settled(after)), State(graph));
            int writes = graph.Writes;
            On(graph).SettleTemplatesAsync(after, Cancellation).GetAwaiter().GetResult();
            Assert.Equal(writes, graph.Writes);
        });

    [Fact]
    public async Task SettleTemplates_SignaturesThatAreNoTemplates_AreRemoved()
    {
        MemoryGraph graph = Settled(Outcome(("a", [(0xab, 1)])));
        foreach (string odd in new[] { "AB", "000000AB", "ab", "", "zz", "00000000000000ab" })
        {
            graph.Sent[("a", odd)] = graph.Sent[("a", "000000ab")] with { Signature = odd };
        }
        SettlingSummary summary = await On(graph).SettleTemplatesAsync(Outcome(("a", [(0xab, 1)])), Cancellation);
        Assert.Equal(6, summary.SentRemoved);
        Assert.Equal(["000000ab"], graph.Sent.Values.Select(r => r.Signature));
    }

    [Fact]
    public async Task SettleTemplates_KilledAfterAnyWrite_EndsTheSame()
    {
        TemplateOutcome before = Outcome([.. Enumerable.Range(0, 12_000).Select(a => ($"a{a:D5}", new[] { (1u, 1) }))]);
        TemplateOutcome after = Outcome([.. Enumerable.Range(0, 12_000).Select(a => ($"a{a:D5}", new[] { (2u, 2) }))]);
        string expected = State(Settled(after));
        int total = Settled(before, after).Writes - Settled(before).Writes;
        Assert.Equal(9, total);
        for (int kill = 0; kill < total; kill++)
        {
            MemoryGraph graph = Settled(before);
            graph.FailAfter = graph.Writes + kill;
            await Assert.ThrowsAsync<IOException>(() => On(graph).SettleTemplatesAsync(after, Cancellation));
            graph.FailAfter = int.MaxValue;
            await On(graph).SettleTemplatesAsync(after, Cancellation);
            Assert.Equal(expected, State(graph));
            Assert.InRange(graph.LargestWrite, 1, 5_000);
        }
    }

    [Fact]
    public async Task SettleExits_NetworksThatCameLateOrWent_AreFollowed()
    {
        MemoryGraph graph = new();
        graph.Exits["203.0.113.7"] = new ExitRow("203.0.113.7", null, null);
        graph.Exits["198.51.100.1"] = new ExitRow("198.51.100.1", "old", 0.5);
        graph.Exits["2001:db8::1"] = new ExitRow("2001:db8::1", "p6", null);
        graph.Networks.Add(new NetworkRow("203.0.113.0/24", "p4", null, 0.9));
        graph.Networks.Add(new NetworkRow("2001:db8::/32", "p6", null, null));
        graph.Networks.Add(new NetworkRow("nonsense", "x", null, null));
        SettlingSummary summary = await On(graph).SettleExitsAsync(Cancellation);
        Assert.Equal((2, 1), (summary.ExitsWritten, summary.UnreadableNetworks));
        Assert.Equal(new ExitRow("203.0.113.7", "p4", 0.9), graph.Exits["203.0.113.7"]);
        Assert.Equal(new ExitRow("198.51.100.1", null, null), graph.Exits["198.51.100.1"]);
        int writes = graph.Writes;
        Assert.Equal(0, (await On(graph).SettleExitsAsync(Cancellation)).ExitsWritten);
        Assert.Equal(writes, graph.Writes);
    }

    [Fact]
    public async Task Settle_Spool_PutsTemplatesIntoTheGraph()
    {
        MemoryGraph graph = new();
        const string Text = "write a short polite answer to the customer who asks about the late delivery of the order and offer a refund";
        SketchBatch batch = Sketches.Batch([new("a", 10, Text), new("b", 20, Text), new("b", 30, "something else that only b has ever said to it")]);
        SettlingSummary summary = await On(graph).SettleAsync(new ListReader([batch]), null, Cancellation);
        Assert.Equal((1, 2, 2), (summary.Templates, summary.SentWritten, summary.TotalsWritten));
        Assert.Equal(["a", "b"], graph.Sent.Values.Select(r => r.Account));
        Assert.Equal(new PromptTotalsRow("b", 2, 1), graph.Totals["b"]);
        Assert.Equal(new SettlingSummary(1, 0, 0, 0, 0, 0), await On(graph).SettleAsync(new ListReader([batch]), null, Cancellation));
    }
}
