using LinkGraph.Model.Evidence;
using LinkGraph.Resolution.Evidence;

namespace LinkGraph.UnitTests.Resolution.Steps;

public sealed class WorldTests
{
    [Fact]
    public void Build_BothWays_SayTheSame()
    {
        var world = WorldBuilder.Build(new SmallWorld().People(200).Evidence.Build());
        var byFact = new HashSet<(int, int, float)>();
        for (var f = 0; f < world.Facts; f++)
        {
            for (var i = world.FactStart[f]; i < world.FactStart[f + 1]; i++)
            {
                byFact.Add((world.FactAccounts[i], f, world.FactWeights[i]));
            }
        }

        var byAccount = new HashSet<(int, int, float)>();
        for (var a = 0; a < world.Accounts; a++)
        {
            foreach (var kind in Enum.GetValues<FactKind>())
            {
                var r = world.Of(a, kind);
                for (var i = r.Start; i < r.End; i++)
                {
                    var of = world.Of(kind);
                    Assert.InRange(world.AccountFacts[i], of.Start, of.End - 1);
                    byAccount.Add((a, world.AccountFacts[i], world.AccountWeights[i]));
                }
            }
        }

        Assert.NotEmpty(byFact);
        Assert.Equal(byFact, byAccount);
    }

    [Fact]
    public void Build_Blocks_AreWhatTheirAddressesAddUpTo()
    {
        var evidence = new EvidenceBuilder()
            .Has("a", "address", "1.2.3.4", 2).Has("a", "address", "1.2.3.200", 3).Has("b", "address", "1.2.3.9").Has("b", "address", "1.2.4.9")
            .Has("c", "address", "2001:db8:1:2::1").Has("c", "address", "2001:db8:1:2:ffff::9", 4).Has("d", "address", "2001:db8:1:3::1")
            .Has("e", "address", "::ffff:1.2.3.77").Has("f", "address", "hmac:77");
        var world = WorldBuilder.Build(evidence.Build());
        var blocks = world.Of(FactKind.Block);
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var b = blocks.Start; b < blocks.End; b++)
        {
            told[world.KeyOf(b)] = string.Join(' ', Enumerable.Range(world.FactStart[b], world.Degree(b))
                .Select(i => $"{world.AccountIds[world.FactAccounts[i]]}{world.FactWeights[i]}"));
        }

        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["1.2.3.0/24"] = "a5 b1 e1",
                ["1.2.4.0/24"] = "b1",
                ["2001:db8:1:2::/64"] = "c5",
                ["2001:db8:1:3::/64"] = "d1",
                ["2001:db8:1::/48"] = "c5 d1",
                ["hmac:77"] = "f1",
            },
            told);
        var address = Enumerable.Range(world.Of(FactKind.Address).Start, 8).First(f => world.KeyOf(f) == "2001:db8:1:2::1");
        Assert.Equal("2001:db8:1:2::/64", world.KeyOf(world.BlockOf(address)));
        Assert.Equal("2001:db8:1::/48", world.KeyOf(world.RegionOf(address)));
    }

    public static TheoryData<string, EvidenceSet> Broken => new()
    {
        { "accounts", new EvidenceSet(["b", "a"], [0, 0], [0, 0], []) },
        { "prompts", new EvidenceSet(["a"], [], [0], []) },
        { "bin", Of(new Facet(Bin, ["y", "x"], [0, 1, 2], [0, 0], [1, 1])) },
        { "bin", Of(new Facet(Bin, ["x"], [0, 2], [0], [1])) },
        { "bin", Of(new Facet(Bin, ["x"], [0, 1], [7], [1])) },
        { "bin", Of(new Facet(Bin, ["x"], [0, 2], [0, 0], [1, 1])) },
        { "bin", Of(new Facet(Bin, ["x"], [0, 1], [0], [float.NaN])) },
    };

    private static FacetDefinition Bin => new("bin", Family.Money, Role.Confirms);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Build_EvidenceBreaksItsContract_SaysWhere(string where, EvidenceSet evidence) =>
        Assert.Contains(where, Assert.Throws<ArgumentException>(() => WorldBuilder.Build(evidence)).Message, StringComparison.Ordinal);

    private static EvidenceSet Of(Facet facet) => new(["a"], [0], [0], [facet]);
}
