using LinkGraph.Resolution;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.UnitTests.Resolution.Steps;

/// <summary>Sixty accounts on addresses that nobody else uses, a card each, no prompts: what only confirms decides.</summary>
public sealed class LikenessTests
{
    private const int Size = 60;

    /// <param name="domain">By account.</param>
    /// <param name="bin">By account.</param>
    /// <param name="address">By account and use.</param>
    /// <param name="members">How many there are.</param>
    private static (StepFixture Steps, int[] Group) Ring(
        Func<int, string> domain, Func<int, string> bin, Func<int, int, string> address, int members = Size)
    {
        var world = new SmallWorld().People(2000);
        for (var i = 0; i < members; i++)
        {
            var id = $"ring{i:d3}";
            world.Truth[id] = "ring";
            world.Evidence.Has(id, "country", $"C{i % 2}").Has(id, "mail_domain", domain(i))
                .Has(id, "signup_day", $"d{i % 200}").Has(id, "payment_method", $"once{i}").Has(id, "bin", bin(i));
            for (var use = 0; use < 3; use++)
            {
                world.Evidence.Has(id, "address", address(i, use), 5);
            }
        }

        var steps = new StepFixture(world.Evidence.Build("template"));
        return (steps, steps.Group(world, "ring"));
    }

    private static string OwnBlock(int account, int use) => $"88.1.1.{((account * 3) + (use * 7)) % 90}";

    private static string UsualBin(int i) => $"bin{i % 2}-{i / 2 % 12}";

    private static string UsualDomain(int i) => $"mail{i % 4}";

    [Fact]
    public void Stands_OwnAddressesDomainAndIssuer_AreTwoFamiliesBeside()
    {
        var (steps, group) = Ring(_ => "throwaway", i => $"bin0-{i % 2}", OwnBlock);
        Assert.True(steps.Verdict.Stands(group, steps.Counter));
    }

    [Fact]
    public void Stands_OwnAddressesAlone_IsOneFamily()
    {
        var (steps, group) = Ring(UsualDomain, UsualBin, OwnBlock);
        Assert.False(steps.Verdict.Stands(group, steps.Counter));
    }

    [Fact]
    public void Stands_OwnDomainBesideAddresses_IsOneFamilyThatConfirms()
    {
        var (steps, group) = Ring(_ => "throwaway", UsualBin, OwnBlock);
        Assert.False(steps.Verdict.Stands(group, steps.Counter));
    }

    [Fact]
    public void Stands_PeopleWhoMeetInAHall_AreNoOperator()
    {
        var (steps, group) = Ring(_ => "school.edu", i => $"bin0-{i % 2}", (_, _) => "88.1.1.1");
        Assert.False(steps.Verdict.Stands(group, steps.Counter));
    }

    [Fact]
    public void Stands_FewMembers_AreNotJudgedByLikeness()
    {
        var (steps, group) = Ring(_ => "throwaway", i => $"bin0-{i % 2}", OwnBlock, ResolutionSettings.Default.LargeGroup - 1);
        Assert.False(steps.Verdict.Stands(group, steps.Counter));
    }

    [Fact]
    public void Of_GroupThatIsMostOfItsCountry_IsComparedWithTheOthers()
    {
        var (steps, group) = Ring(_ => "throwaway", UsualBin, OwnBlock, 3000);
        var alone = new Likeness(steps.World, steps.Context, ResolutionSettings.Default).Of(group, steps.Counter);
        Assert.InRange(alone, ResolutionSettings.Default.SoftHigh - 0.1, ResolutionSettings.Default.SoftHigh + 1);
    }
}
