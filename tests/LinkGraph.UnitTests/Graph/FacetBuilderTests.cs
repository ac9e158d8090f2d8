using LinkGraph.Graph.Evidence;
using LinkGraph.Model.Evidence;

namespace LinkGraph.UnitTests.Graph;

public sealed class FacetBuilderTests
{
    private static readonly FacetDefinition s_definition = new("address", Family.Network, Role.Binds);

    [Fact]
    public void Build_AnyOrderOfArrival_GivesTheSameRows()
    {
        (string Fact, int Account, double Weight)[] members = [("b", 2, 3), ("B", 0, 1), ("a", 1, 2), ("b", 0, 4), ("b", 2, 5), ("\u00e9", 1, 0)];

        foreach (var order in new[] { members, members.Reverse().ToArray(), members.OrderBy(member => member.Account).ToArray() })
        {
            var builder = new FacetBuilder(s_definition);
            foreach (var (fact, account, weight) in order)
                builder.Add(fact, account, weight);

            var facet = builder.Build();

            Assert.Equal(["B", "a", "b", "\u00e9"], facet.Facts);
            Assert.Equal([0, 1, 2, 4, 5], facet.Offsets);
            Assert.Equal([0, 1, 0, 2, 1], facet.Accounts);
            Assert.Equal([1f, 2f, 4f, 8f, 1f], facet.Weights);
        }
    }

    [Fact]
    public void Build_Nothing_IsAnEmptyFacet()
    {
        var facet = new FacetBuilder(s_definition).Build();

        Assert.Equal([0], facet.Offsets);
        Assert.Empty(facet.Accounts);
    }
}
