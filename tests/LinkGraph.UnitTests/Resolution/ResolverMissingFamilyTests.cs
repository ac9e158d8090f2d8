namespace LinkGraph.UnitTests.Resolution;

/// <summary>Every family may be missing.</summary>
public sealed class ResolverMissingFamilyTests
{
    public static TheoryData<string> Facets =>
        ["payment_method,bin", "address,proxy", "client", "mail_domain", "minute", "signup_day", "country", "proxy", "bin"];

    [Theory]
    [MemberData(nameof(Facets))]
    public void Resolve_WithoutAFamily_StillFindsTheOperator(string facets)
    {
        var found = Judgement.Of(World(), facets.Split(','));
        Assert.True(found.Recall("ring") > 0.9, $"recall without {facets}: {found.Recall("ring")}");
        Assert.True(found.Merged <= 2, $"merged without {facets}: {found.Merged}");
    }

    [Fact]
    public void Resolve_WithoutPrompts_FindsMostOfTheOperatorAndNobodyElse()
    {
        var found = Judgement.Of(World(), "template");
        Assert.True(found.Recall("ring") > 0.5, $"recall {found.Recall("ring")}");
        Assert.Equal(0, found.Merged);
    }

    [Fact]
    public void Resolve_OnlyCards_FindsAnOperatorOfCards()
    {
        var world = new SmallWorld().People(3000);
        for (var i = 0; i < 60; i++)
        {
            var id = $"wallet{i:d2}";
            world.Truth[id] = "wallets";
            world.Evidence.Has(id, "payment_method", "funder").Has(id, "payment_method", "sink").Has(id, "payment_method", "exchange")
                .Has(id, "payment_method", $"private{i}");
        }

        var found = Judgement.Of(world, "address", "proxy", "template", "client", "mail_domain", "minute", "signup_day", "country", "bin");
        Assert.True(found.Recall("wallets") > 0.9, $"recall {found.Recall("wallets")}");
        Assert.Equal(0, found.Merged);
    }

    [Fact]
    public void Resolve_NoEvidence_FindsNothing()
    {
        var world = World();
        var none = world.Evidence.Build("payment_method", "bin", "address", "proxy", "template", "client", "mail_domain", "minute", "signup_day", "country");
        Assert.Empty(none.Facets);
        Assert.Empty(Judgement.Of(world.Truth, none).Resolution.Operators);
    }

    [Fact]
    public void Resolve_NoAccounts_FindsNothing() => Assert.Empty(Judgement.Of([], new EvidenceBuilder().Build()).Resolution.Operators);

    private static SmallWorld World() => new SmallWorld().People(5000)
        .Operator("ring", 300, SmallWorld.Exits(3, 80), SmallWorld.Names("ring", 70), SmallWorld.Names("work", 14), "reseller");
}
