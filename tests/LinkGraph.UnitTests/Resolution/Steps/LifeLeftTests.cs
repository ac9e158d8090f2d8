using LinkGraph.Resolution.Lives;

namespace LinkGraph.UnitTests.Resolution.Steps;

public sealed class LifeLeftTests
{
    private readonly SmallWorld world = new SmallWorld().People(3000)
        .People(100, new Habits(0, ["92.1.1.1"], 0.5, ["sheet"], 0.6), "course")
        .Operator("ring", 100, SmallWorld.Exits(3, 40), SmallWorld.Names("ring", 25), SmallWorld.Names("work", 8));

    [Fact]
    public void Of_Operator_IsNearlyNothing()
    {
        var steps = new StepFixture(world.Evidence.Build());
        var left = steps.Life.Of(steps.Group(world, "ring"), steps.Counter);
        Assert.True(left.Network < 0.1 && left.Script < 0.3, $"{left}");
        Assert.True(double.IsNaN(left.Money));
        Assert.Equal(2, left.Families);
        Assert.Equal(Math.Sqrt(left.Network * left.Script), left.Mean, 6);
    }

    [Fact]
    public void Of_Course_IsAGoodPartOfAnOrdinaryLife()
    {
        var steps = new StepFixture(world.Evidence.Build());
        var left = steps.Life.Of(steps.Group(world, "course"), steps.Counter);
        Assert.True(left.Network > 0.4 && left.Script > 0.35, $"{left}");
    }

    [Fact]
    public void Of_Strangers_IsOrdinary()
    {
        var steps = new StepFixture(world.Evidence.Build());
        var people = Enumerable.Range(0, steps.World.Accounts).Where(a => world.Truth[steps.World.AccountIds[a]] == steps.World.AccountIds[a]).Take(400).ToArray();
        var left = steps.Life.Of(people, steps.Counter);
        Assert.InRange(left.Network, 0.85, 1.2);
        Assert.InRange(left.Script, 0.85, 1.2);
    }

    [Theory]
    [InlineData(500, 0, 0.3)] // drawn so often that those drawn once are explained
    [InlineData(100_000, 0.8, 1.2)] // hardly one is drawn twice: they may be homes
    public void Of_AddressesDrawnAtRandom_CountAsHomesAsFarAsNoPoolExplainsThem(int pool, double least, double most)
    {
        var random = new Random(5);
        for (var i = 0; i < 100; i++)
        {
            var id = $"drawn{i:d3}";
            world.Truth[id] = "drawn";
            world.Evidence.Has(id, "country", "C0");
            for (var use = 0; use < 4; use++)
            {
                var address = random.Next(pool);
                world.Evidence.Has(id, "address", $"{60 + (address / 62_500)}.{address / 250 % 250}.{address % 250}.7");
            }
        }

        var steps = new StepFixture(world.Evidence.Build());

        Assert.InRange(steps.Life.Of(steps.Group(world, "drawn"), steps.Counter).Network, least, most);
    }

    [Fact]
    public void Of_MissingFamily_IsNotANumber()
    {
        var steps = new StepFixture(world.Evidence.Build("template", "address"));
        var left = steps.Life.Of(steps.Group(world, "ring"), steps.Counter);
        Assert.True(double.IsNaN(left.Network) && double.IsNaN(left.Script));
        Assert.True(left.Money < 0.5, $"{left}");
        Assert.Equal(1, new GroupLife(double.NaN, double.NaN, double.NaN).Mean);
    }

    [Fact]
    public void Theirs_BlocksOfACountryThatAGroupIsMostOf_AreNotTheGroups()
    {
        var small = new SmallWorld().People(3000)
            .People(250, new Habits(Country: 9), "most").People(100, new Habits(Country: 9));
        var steps = new StepFixture(small.Evidence.Build());
        var group = steps.Group(small, "most");
        Assert.True(steps.Life.Of(group, steps.Counter).Network > 0.7);
    }
}
