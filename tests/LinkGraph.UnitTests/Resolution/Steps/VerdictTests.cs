using LinkGraph.Resolution;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.UnitTests.Resolution.Steps;

public sealed class VerdictTests
{
    private readonly SmallWorld world = new SmallWorld().People(3000)
        .People(100, new Habits(0, ["92.1.1.1"], 0.5, ["sheet"], 0.6, null, "uni.edu"), "course")
        .People(80, new Habits(1, ["92.2.1.1"], 0.6, ["handout"], 0.6, "voucher"), "hackathon")
        .Operator("ring", 100, SmallWorld.Exits(3, 40), SmallWorld.Names("ring", 25), SmallWorld.Names("work", 8))
        .People(3, new Habits(1, ["91.1.1.1"], 0.8, Card: "family1"), "family1")
        .People(4, new Habits(2, ["91.2.1.1"], 0.8, Card: "family2"), "family2");

    [Theory]
    [InlineData("ring", true)]
    [InlineData("course", false)]
    [InlineData("hackathon", false)]
    [InlineData("family1", false)]
    public void Stands_Group_IfItExplainsWhatItsMembersDo(string entity, bool stands)
    {
        var steps = new StepFixture(world.Evidence.Build());
        Assert.Equal(stands, steps.Verdict.Stands(steps.Group(world, entity), steps.Counter));
    }

    [Fact]
    public void Confirmed_ManySharedCards_ButNotOne()
    {
        var steps = new StepFixture(world.Evidence.Build());
        Assert.True(steps.Verdict.Confirmed(steps.Group(world, "ring"), FactKind.Token, steps.Counter));
        Assert.False(steps.Verdict.Confirmed(steps.Group(world, "hackathon"), FactKind.Token, steps.Counter));
        Assert.False(steps.Verdict.Confirmed(steps.Group(world, "course"), FactKind.Minute, steps.Counter));
    }

    /// <summary>A hundred accounts, eight exchanges each, within two hundred sampled minutes in which nobody else is active more than once.</summary>
    private static (StepFixture Steps, int[] Group) ActiveIn(Func<Random, int> minute)
    {
        var world = new SmallWorld().People(2000);
        var random = new Random(5);
        for (var m = 0; m < 200; m++)
        {
            world.Evidence.Has(world.Truth.Keys.ElementAt(m), "minute", $"t{m:d3}");
        }

        for (var i = 0; i < 100; i++)
        {
            world.Truth[$"x{i}"] = "group";
            world.Evidence.Has($"x{i}", "country", $"C{i % 2}");
            for (var n = 0; n < 8; n++)
            {
                world.Evidence.Has($"x{i}", "minute", $"t{minute(random):d3}");
            }
        }

        var steps = new StepFixture(world.Evidence.Build());
        return (steps, steps.Group(world, "group"));
    }

    [Fact]
    public void Confirmed_ActiveInTheSameDays_IsNotTogether()
    {
        var (steps, group) = ActiveIn(random => random.Next(200));
        Assert.False(steps.Verdict.Confirmed(group, FactKind.Minute, steps.Counter));
    }

    [Fact]
    public void Confirmed_ActiveInTheSameMinutes_IsTogether()
    {
        var (steps, group) = ActiveIn(random => 10 * random.Next(20));
        Assert.True(steps.Verdict.Confirmed(group, FactKind.Minute, steps.Counter));
    }

    [Fact]
    public void Islands_OperatorIsOne_CompletePartsAreTheirOwn()
    {
        var steps = new StepFixture(world.Evidence.Build());
        var islands = new Islands(steps.World, steps.Life, ResolutionSettings.Default);
        Assert.Single(islands.Of(steps.Group(world, "ring"), steps.Counter));
        int[] family1 = steps.Group(world, "family1"), family2 = steps.Group(world, "family2");
        var parts = islands.Of([.. family1.Concat(family2).Order()], steps.Counter);
        Assert.Equal(2, parts.Count);
        Assert.Contains(parts, p => p.SequenceEqual(family1));
        Assert.Contains(parts, p => p.SequenceEqual(family2));
    }

    [Theory]
    [InlineData(5, 5, 0)]
    [InlineData(2, 5, 0)]
    [InlineData(16, 2, 28)]
    public void Surprise_Of_IsZeroUpToWhatIsExpected(double observed, double expected, double bits) =>
        Assert.Equal(bits, Surprise.Of(observed, expected), 0);
}
