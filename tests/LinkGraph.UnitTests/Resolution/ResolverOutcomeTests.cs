using LinkGraph.Model.Evidence;
using LinkGraph.Model.Operators;
using LinkGraph.Resolution;

namespace LinkGraph.UnitTests.Resolution;

/// <summary>What an operator tells about itself.</summary>
public sealed class ResolverOutcomeTests
{
    private static readonly Lazy<Operator> Ring = new(() => Judgement.Of(new SmallWorld().People(4000)
        .Operator("ring", 200, SmallWorld.Exits(3, 60), SmallWorld.Names("ring", 50), SmallWorld.Names("work", 10), "reseller")).Largest("ring")!);

    [Fact]
    public void Standing_OfAnOperator_SaysThatItsMembersHaveNoLifeAndWhatBinds()
    {
        Assert.Equal(EntityKind.Operator, Ring.Value.Kind);
        Assert.True(Ring.Value.Standing.LifeLeft[Family.Network] < 0.2);
        Assert.True(Ring.Value.Standing.LifeLeft[Family.Script] < 0.5);
        Assert.Contains(Family.Money, Ring.Value.Standing.BoundBy);
        Assert.Contains(Family.Network, Ring.Value.Standing.BoundBy);
        Assert.Contains(Family.Script, Ring.Value.Standing.BoundBy);
    }

    [Fact]
    public void Uses_OfAnOperator_AreItsOwnFactsMostTellingFirst()
    {
        Assert.Equal("proxy", Ring.Value.Uses[0].Facet);
        Assert.Equal(Ring.Value.Members.Count, Ring.Value.Uses[0].Accounts);
        Assert.All(Ring.Value.Uses, u => Assert.True(u.Lift > 1 && u.Share is > 0 and <= 1));
        Assert.Contains(Ring.Value.Uses, u => u.Facet == "template" && u.Fact.StartsWith("work", StringComparison.Ordinal));
    }

    [Fact]
    public void Links_OfAnOperator_AreFewAndWithinIt()
    {
        var members = Ring.Value.Members.Select(m => m.Account).ToHashSet();
        Assert.InRange(Ring.Value.Links.Count, members.Count / 2, members.Count * ResolutionSettings.Default.LinksPerMember);
        Assert.All(Ring.Value.Links, l =>
        {
            Assert.True(string.CompareOrdinal(l.A, l.B) < 0 && members.Contains(l.A) && members.Contains(l.B));
            Assert.True(l.Bits > 0);
            Assert.NotEmpty(l.Facets);
            Assert.Equal(l.Facets.Order(StringComparer.Ordinal), l.Facets);
        });
        Assert.Equal(members, Ring.Value.Links.SelectMany(l => (string[])[l.A, l.B]).ToHashSet());
    }
}
