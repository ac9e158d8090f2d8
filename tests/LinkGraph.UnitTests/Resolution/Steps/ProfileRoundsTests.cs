using LinkGraph.Resolution;
using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Profiles;

namespace LinkGraph.UnitTests.Resolution.Steps;

public sealed class ProfileRoundsTests
{
    private readonly SmallWorld world = new SmallWorld().People(3000)
        .Operator("one", 80, SmallWorld.Exits(3, 30), SmallWorld.Names("one", 20), SmallWorld.Names("ones", 8))
        .Operator("two", 80, SmallWorld.Exits(4, 30), SmallWorld.Names("two", 20), SmallWorld.Names("twos", 8));

    [Fact]
    public void Run_StraysAndStrangers_GoWhereTheyBelong()
    {
        var steps = new StepFixture(world.Evidence.Build());
        int[] one = steps.Group(world, "one"), two = steps.Group(world, "two");
        var of = Assign(steps, one, two);
        var stranger = Enumerable.Range(0, of.Length).First(a => of[a] < 0);
        (of[one[0]], of[one[1]], of[stranger]) = (1, Assignment.None, 0);
        var found = Run(steps, of, Owners(steps)).Of;
        Assert.Equal(0, found[one[0]]);
        Assert.Equal(0, found[one[1]]);
        Assert.Equal(Assignment.None, found[stranger]);
        Assert.All(one, a => Assert.Equal(0, found[a]));
        Assert.All(two, a => Assert.Equal(1, found[a]));
    }

    [Fact]
    public void Run_APieceOfALargerOperator_JoinsIt()
    {
        var steps = new StepFixture(world.Evidence.Build());
        int[] one = steps.Group(world, "one"), two = steps.Group(world, "two");
        var of = Assign(steps, one, two);
        foreach (var a in one.Take(20))
        {
            of[a] = 2;
        }

        var found = Run(steps, of, Owners(steps)).Of;
        Assert.Single(one.Select(a => found[a]).Distinct());
        Assert.NotEqual(found[one[0]], found[two[0]]);
    }

    [Fact]
    public void Merge_MajorityOfThePieceVotesForTheLarger_MergesIt()
    {
        int[] before = [0, 0, 0, 1, 1, 1, 1];
        Assert.Equal(1, Pieces.Merge(before, before, [1, 1, -1, -1, -1, -1, -1], 2, out var sets));
        Assert.Equal(sets.Find(0), sets.Find(1));
        Assert.Equal(0, Pieces.Merge(before, before, [-1, -1, -1, 0, 0, 0, 0], 2, out sets));
        Assert.NotEqual(sets.Find(0), sets.Find(1));
    }

    private static int[] Assign(StepFixture steps, int[] one, int[] two)
    {
        var of = new int[steps.World.Accounts];
        Array.Fill(of, Assignment.None);
        Array.ForEach(one, a => of[a] = 0);
        Array.ForEach(two, a => of[a] = 1);
        return of;
    }

    private static int[] Owners(StepFixture steps)
    {
        var templates = steps.World.Of(FactKind.Template);
        return [.. Enumerable.Range(templates.Start, templates.Length).Select(t => steps.World.KeyOf(t) switch
        {
            ['o', 'n', 'e', ..] => 0,
            ['t', 'w', 'o', ..] => 1,
            _ => Assignment.None,
        })];
    }

    private static Assignment Run(StepFixture steps, int[] of, int[] owner) => ProfileRounds.Run(
        steps.World, steps.Context, steps.Life, new Assignment(3, of, owner, new float[of.Length]), ResolutionSettings.Default, null,
        TestContext.Current.CancellationToken);
}
