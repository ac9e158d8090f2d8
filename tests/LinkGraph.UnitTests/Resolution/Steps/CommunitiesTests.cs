using LinkGraph.Resolution.Seeds;

namespace LinkGraph.UnitTests.Resolution.Steps;

public sealed class CommunitiesTests
{
    [Fact]
    public void Of_CliquesOnAThread_AreCommunities()
    {
        List<Tie> ties = [];
        for (var clique = 0; clique < 6; clique++)
        {
            for (var i = 0; i < 5; i++)
            {
                for (var k = i + 1; k < 5; k++)
                {
                    ties.Add(new Tie((clique * 5) + i, (clique * 5) + k, 1));
                }
            }

            ties.Add(new Tie(clique * 5, (clique + 1) % 6 * 5, 0.1));
        }

        var found = Communities.Of(31, ties);
        Assert.Equal(Enumerable.Range(0, 30).Select(v => v / 5), found.Take(30));
        Assert.Equal(6, found[30]);
    }

    [Fact]
    public void Of_NoTies_IsEveryoneAlone() => Assert.Equal([0, 1, 2], Communities.Of(3, []));

    [Fact]
    public void Of_Itself_IsSameAgain()
    {
        var random = new Random(3);
        var ties = Enumerable.Range(0, 2000).Select(_ => (random.Next(300), random.Next(300))).Where(t => t.Item1 != t.Item2)
            .Select(t => new Tie(Math.Min(t.Item1, t.Item2), Math.Max(t.Item1, t.Item2), 1)).Distinct().ToList();
        Assert.Equal(Communities.Of(300, ties), Communities.Of(300, ties));
    }
}
