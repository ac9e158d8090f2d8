using LinkGraph.Model.Operators;

namespace LinkGraph.UnitTests.Resolution;

/// <summary>Small worlds whose right answer is known.</summary>
public sealed class ResolverScenarioTests
{
    [Fact]
    public void Resolve_LargeOperatorBesideCrowdedNat_IsFoundAndNobodyIsAbsorbed()
    {
        var world = new SmallWorld(volume: 3)
            .People(50000, new Habits(Country: 0, Places: ["30.0.0.0"], There: 0.4))
            .People(8000)
            .Operator("large", 10000, [.. SmallWorld.Exits(1, 1500), "30.0.0.0"], SmallWorld.Names("pool", 3000), SmallWorld.Names("task", 60));
        var found = Judgement.Of(world);
        Assert.True(found.Recall("large") > 0.99, $"recall {found.Recall("large")}");
        Assert.Equal(0, found.Merged);
    }

    [Fact]
    public void Resolve_RivalsOnTheSameExits_StayApart()
    {
        var exits = SmallWorld.Exits(2, 200);
        var world = new SmallWorld().People(6000)
            .People(200, new Habits(Places: exits, There: 0.3))
            .Operator("one", 250, exits, SmallWorld.Names("one", 60), SmallWorld.Names("ones", 12), "reseller")
            .Operator("two", 250, exits, SmallWorld.Names("two", 60), SmallWorld.Names("twos", 12), "reseller");
        var found = Judgement.Of(world);
        Assert.True(found.Recall("one") > 0.98 && found.Recall("two") > 0.98, $"recall {found.Recall("one")} {found.Recall("two")}");
        Assert.Equal(0, found.Merged);
    }

    [Fact]
    public void Resolve_Company_IsOneSharedEntity()
    {
        var world = new SmallWorld().People(6000);
        world.People(30, new Habits(0, ["90.1.1.1"], 0.6, ["report", "minutes"], 0.4, "corporate", "firm.com"), "firm");
        world.People(8, new Habits(0, ["90.1.1.1"], 0.6, ["report", "minutes"], 0.4, null, "firm.com"), "firm");
        var found = Judgement.Of(world);
        Assert.Equal(1, found.Recall("firm"));
        Assert.Equal(EntityKind.Shared, found.Largest("firm")!.Kind);
        Assert.Equal(0, found.Merged);
    }

    [Fact]
    public void Resolve_CompaniesWithTheSameMailDomain_StayApart()
    {
        var world = new SmallWorld().People(6000);
        world.People(40, new Habits(0, ["90.1.1.1"], 0.6, ["report"], 0.4, "first", "firm.com"), "firm");
        world.People(15, new Habits(2, ["90.2.2.2"], 0.6, ["recipe"], 0.4, "second", "firm.com"), "namesake");
        var found = Judgement.Of(world);
        Assert.Equal(1, found.Recall("firm"));
        Assert.Equal(0, found.Merged);
    }

    [Fact]
    public void Resolve_Household_IsOneSharedEntity()
    {
        var world = new SmallWorld().People(6000);
        for (var h = 0; h < 20; h++)
        {
            world.People(3, new Habits(1, [$"91.1.{h}.1"], 0.8, Card: $"family{h}"), $"family{h}");
        }

        var found = Judgement.Of(world);
        Assert.All(Enumerable.Range(0, 20), h => Assert.Equal(1, found.Recall($"family{h}")));
        Assert.All(Enumerable.Range(0, 20), h => Assert.Equal(EntityKind.Shared, found.Largest($"family{h}")!.Kind));
        Assert.Equal(0, found.Merged);
    }

    public static TheoryData<string> Crowds => ["course", "hackathon", "plugin", "voucher", "viral", "agency", "small country"];

    [Theory]
    [MemberData(nameof(Crowds))]
    public void Resolve_Crowd_IsNotMerged(string crowd)
    {
        var world = new SmallWorld().People(6000)
            .Operator("ring", 60, SmallWorld.Exits(3, 20), SmallWorld.Names("ring", 15), SmallWorld.Names("work", 6))
            .People(crowd == "viral" ? 600 : 200, Habit(crowd));
        var found = Judgement.Of(world);
        Assert.Equal(0, found.Merged);
        Assert.True(found.Recall("ring") > 0.95, $"recall of the operator beside it {found.Recall("ring")}");
    }

    private static Habits Habit(string crowd) => crowd switch
    {
        "course" => new(0, ["92.1.1.1", "92.1.1.2"], 0.5, ["sheet1", "sheet2", "sheet3"], 0.6, null, "uni.edu", "notebook", 120),
        "hackathon" => new(1, ["92.2.1.1"], 0.6, ["handout"], 0.6, "voucher", Day: 130),
        "plugin" => new(Says: ["system prompt"], Share: 0.7, Client: "plugin"),
        "voucher" => new(Card: "voucher"),
        "viral" => new(Says: ["viral"], Share: 0.6, Day: 140),
        "agency" => new(2, ["92.3.1.1"], 0.5, SmallWorld.Names("library of prompts", 8), 0.6),

        // most of the country is in it, so the country's own blocks are mostly theirs
        _ => new(9, ["92.4.1.1"], 0.5, ["sheet1", "sheet2"], 0.6, null, "uni.edu"),
    };
}
