using CsCheck;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Prompts.Templates;

namespace LinkGraph.UnitTests.Prompts;

/// <summary>The steps of the finder, each against the obvious way to do it.</summary>
public sealed class FinderStepTests
{
    /// <summary>By exchange: account and the hashes it shows. Few different ones, so that much is shared.</summary>
    private static readonly Gen<(int Account, int[] Hashes)[]> Exchanges =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 30].Array[0, 8].Select(a => a.Distinct().ToArray())).Array[0, 40];

    private static uint Hash(int number) => (uint)number * 0x9E3779B1u;

    private static ExchangeTable Read((int Account, int[] Hashes)[] exchanges)
    {
        int[] offsets = [0, .. exchanges.Select((_, i) => exchanges.Take(i + 1).Sum(e => e.Hashes.Length))];
        Anchor[] anchors = [.. exchanges.SelectMany(e => e.Hashes.Select((h, i) => new Anchor(Hash(h), (ushort)i)))];
        string[] accounts = [.. Enumerable.Range(0, 7).Select(a => $"a{a}")];
        SketchBatch batch = new(accounts, [.. exchanges.Select(e => e.Account)], new long[exchanges.Length], offsets, anchors);
        return ExchangeReader.Read(new ListReader([batch]), (_, _) => { }, CancellationToken.None);
    }

    [Fact]
    public void RadixSort_AnyNumbers_SortsAndGivesTheirOrder() =>
        Gen.OneOf(Gen.ULong, Gen.ULong[0, 5], Gen.ULong[1UL << 40, (1UL << 40) + 9]).Array[0, 400].Sample(numbers =>
        {
            ulong[] expected = [.. numbers.Order()];
            ulong[] sorted = [.. numbers];
            RadixSort.Sort(sorted, new ulong[numbers.Length]);
            ulong[] keys = [.. numbers];
            int[] order = RadixSort.Order(keys);
            Assert.Equal(expected, sorted);
            Assert.Equal(expected, keys);
            Assert.Equal(Enumerable.Range(0, numbers.Length).OrderBy(i => numbers[i]), order);
        });

    [Fact]
    public void Sieve_AnythingAddedTwice_MayBeShared() =>
        Gen.UInt.Array[0, 200].Sample(anchors =>
        {
            AnchorSieve sieve = new(1);
            Parallel.ForEach(anchors.Concat(anchors), sieve.Add);
            return anchors.All(sieve.MayBeShared);
        });

    [Fact]
    public void Sieve_MostThatCameOnce_DoNotPass()
    {
        AnchorSieve sieve = new(10_000);
        for (int i = 0; i < 10_000; i++)
        {
            sieve.Add(Hash(i));
        }
        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => sieve.MayBeShared(Hash(i))), 0, 2_000);
    }

    [Fact]
    public void SharedAnchors_AnyExchanges_AreThoseOnTwoWithTheirAccounts() =>
        Exchanges.Sample(exchanges =>
        {
            (SharedAnchors anchors, ExchangeTable table) = SharedAnchors.Find(Read(exchanges), CancellationToken.None);
            var expected = exchanges.SelectMany(e => e.Hashes.Select(h => (Hash: Hash(h), Name: $"a{e.Account}")))
                .GroupBy(x => x.Hash).Where(g => g.Count() > 1).OrderBy(g => g.Key)
                .Select(g => $"{g.Key} {string.Join(',', g.Select(x => x.Name).Distinct().Order(StringComparer.Ordinal))}");
            Assert.Equal(expected, Enumerable.Range(0, anchors.Count).Select(x =>
                $"{anchors.Hashes[x]} {string.Join(',', anchors.AccountsOf(x).ToArray().Select(a => table.Accounts[a]))}"));

            // And every exchange keeps exactly those of its anchors.
            string Show(string account, IEnumerable<uint> hashes) => $"{account} {string.Join(',', hashes.Order())}";
            HashSet<uint> shared = [.. anchors.Hashes];
            Assert.Equal(
                exchanges.Where(e => e.Hashes.Length > 0).Select(e => Show($"a{e.Account}", e.Hashes.Select(Hash).Where(shared.Contains))).Order(StringComparer.Ordinal),
                Enumerable.Range(0, table.Count).Select(e => Show(
                    table.Accounts[table.AccountOf[e]],
                    table.Shown[table.Offsets[e]..table.Offsets[e + 1]].Select(x => anchors.Hashes[x]))).Order(StringComparer.Ordinal));
        });

    [Fact]
    public void AnchorMerge_AnchorsOnTheSameAccounts_AreOne_OnOthersAreNot()
    {
        // Anchors 0 to 4 on accounts 0 to 3; anchor 5 on 0 to 2 (three quarters); anchors 6 and 7 on 4 and 5.
        (int, int[])[] exchanges =
        [
            (0, [0, 1, 2, 3, 4, 5]), (1, [0, 1, 2, 3, 4, 5]), (2, [0, 1, 2, 3, 4, 5]), (3, [0, 1, 2, 3, 4]),
            (4, [6, 7]), (5, [6, 7]),
        ];
        (SharedAnchors anchors, ExchangeTable table) = SharedAnchors.Find(Read(exchanges), CancellationToken.None);
        int[] templateOf = AnchorMerge.Run(anchors, table.Accounts.Length, CancellationToken.None);
        int Of(int number) => templateOf[Array.IndexOf(anchors.Hashes, Hash(number))];
        Assert.Single(Enumerable.Range(0, 6).Select(Of).Distinct());
        Assert.Single(Enumerable.Range(6, 2).Select(Of).Distinct());
        Assert.NotEqual(Of(0), Of(6));
        Assert.All(templateOf, (t, x) => Assert.True(t <= x));
    }

    [Fact]
    public void Spans_OfAnExchange_CountAnchorsBetweenFirstAndLastWord() =>
        Exchanges.Sample(exchanges =>
        {
            (SharedAnchors anchors, ExchangeTable table) = SharedAnchors.Find(Read(exchanges), CancellationToken.None);
            int[] templateOf = [.. Enumerable.Range(0, anchors.Count).Select(x => x / 3 * 3)];
            TemplateSpans spans = new(table);
            spans.Fill(new int[anchors.Count], CancellationToken.None);
            spans.Fill(templateOf, CancellationToken.None);
            for (int e = 0; e < table.Count; e++)
            {
                var expected = Enumerable.Range(table.Offsets[e], table.Offsets[e + 1] - table.Offsets[e])
                    .GroupBy(i => templateOf[table.Shown[i]])
                    .Select(g => new TemplateSpan(g.Key, (ushort)g.Count(), g.Min(i => table.Position[i]), g.Max(i => table.Position[i])));
                Assert.Equal(expected.Order(), spans.Of(e).ToArray().Order());
            }
        });

    [Fact]
    public void Samples_OfAnAnchor_AreItsFirstExchanges()
    {
        (int, int[])[] exchanges = [.. Enumerable.Range(0, 20).Select(i => (i % 7, new[] { 1, 2 + (i % 3) }))];
        (SharedAnchors anchors, ExchangeTable table) = SharedAnchors.Find(Read(exchanges), CancellationToken.None);
        AnchorSamples samples = AnchorSamples.Take(table, anchors.Count);
        for (int x = 0; x < anchors.Count; x++)
        {
            IEnumerable<int> expected = Enumerable.Range(0, table.Count)
                .Where(e => table.Shown.AsSpan(table.Offsets[e]..table.Offsets[e + 1]).Contains((uint)x)).Take(AnchorSamples.Most);
            Assert.Equal(expected, samples.Exchange[samples.Offsets[x]..samples.Offsets[x + 1]]);
        }
    }
}
