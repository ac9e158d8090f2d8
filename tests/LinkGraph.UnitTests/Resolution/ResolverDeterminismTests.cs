using System.Text.Json;
using LinkGraph.Model.Operators;
using LinkGraph.Resolution;

namespace LinkGraph.UnitTests.Resolution;

public sealed class ResolverDeterminismTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Resolve_AnyOrderOfInput_IsTheSameByteForByte(int seed)
    {
        var world = World();
        Assert.Equal(Told(world.Evidence), Told(world.Evidence.Shuffled(seed)));
    }

    [Fact]
    public void Resolve_Operators_AreSortedAndNamedAfterTheirSmallestMember()
    {
        var resolution = Judgement.Of(World()).Resolution;
        Assert.NotEmpty(resolution.Operators);
        Assert.Equal(resolution.Operators.OrderByDescending(o => o.Members.Count).ThenBy(o => o.Id, StringComparer.Ordinal), resolution.Operators);
        Assert.All(resolution.Operators, o =>
        {
            Assert.Matches("^op-[0-9a-f]{12}$", o.Id);
            Assert.Equal(o.Members.OrderBy(m => m.Account, StringComparer.Ordinal), o.Members);
            Assert.InRange(o.Confidence, 0, 1);
            Assert.All(o.Members, m => Assert.InRange(m.Confidence, 0, 1));
        });
        Assert.Equal(resolution.Operators.Count, resolution.Operators.Select(o => o.Id).Distinct().Count());
    }

    private static string Told(EvidenceBuilder evidence) =>
        JsonSerializer.Serialize<IReadOnlyList<Operator>>(new Resolver().Resolve(evidence.Build(), null, TestContext.Current.CancellationToken).Operators);

    private static SmallWorld World()
    {
        var exits = SmallWorld.Exits(2, 100);
        return new SmallWorld(7).People(2500)
            .People(100, new Habits(0, ["92.1.1.1"], 0.5, ["sheet1", "sheet2"], 0.6, null, "uni.edu"))
            .People(4, new Habits(1, ["91.1.1.1"], 0.8, Card: "family"), "family")
            .Operator("one", 120, exits, SmallWorld.Names("one", 30), SmallWorld.Names("ones", 8), "reseller")
            .Operator("two", 80, exits, SmallWorld.Names("two", 30), SmallWorld.Names("twos", 8), "reseller");
    }
}
