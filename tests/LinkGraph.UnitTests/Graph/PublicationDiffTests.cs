using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Publishing;
using LinkGraph.Model.Evidence;
using LinkGraph.Model.Operators;

namespace LinkGraph.UnitTests.Graph;


public sealed class PublicationDiffTests
{
    private static readonly QueryCatalogue s_catalogue = QueryCatalogue.Load();

    [Fact]
    public void Between_SameResolution_IsEmpty()
    {
        var state = State(Ring("x", "a", "b"));

        Assert.False(PublicationDiff.Between(state, State(Ring("x", "a", "b"))).Publication.HasChanges);
    }

    [Fact]
    public void Between_NothingAndSomething_IsAllOfIt()
    {
        var diff = PublicationDiff.Between(State(), State(Ring("x", "a", "b"), Ring("w", "c", "d")));

        Assert.Equal(["w", "x"], diff.Operators.Select(row => row.Operator));
        Assert.Equal(
            new Publication { OperatorsCreated = 2, MembershipsSet = 4, LinksSet = 2, UsesSet = 2 }, diff.Publication);
    }

    [Fact]
    public void Between_SizeStaysButMembersChange_OperatorIsUpdated()
    {
        var diff = PublicationDiff.Between(State(Ring("x", "a", "b")), State(Ring("x", "a", "c")));

        Assert.Equal(1, diff.Publication.OperatorsUpdated);
        Assert.Equal([("b", "x")], diff.MembershipsEnded);
        Assert.Equal([("c", "x")], diff.MembershipsBegun.Select(row => row.Key));
        Assert.Equal([("a", "b")], diff.LinksRemoved);
    }

    [Fact]
    public void Between_ConfidenceOnly_SetsTheMembershipAndEndsNone()
    {
        var before = Ring("x", "a", "b");
        var after = before with { Members = [new("a", 0.5), new("b", 0.25)] };

        var diff = PublicationDiff.Between(State(before), State(after));

        Assert.Equal(new Publication { OperatorsUpdated = 1, MembershipsSet = 1 }, diff.Publication);
        Assert.Equal([(("b", "x"), 0.25)], diff.MembershipsChanged);
        Assert.Empty(diff.MembershipsBegun);
    }

    [Fact]
    public void Between_LinkIsStrongerThanBefore_ChangesIt()
    {
        var before = Ring("x", "a", "b");
        var after = before with { Links = [new("a", "b", 9, ["payment_method"])] };

        var diff = PublicationDiff.Between(State(before), State(after));

        Assert.Equal(("a", "b"), Assert.Single(diff.LinksChanged).Key);
        Assert.Empty(diff.LinksAdded);
    }

    [Fact]
    public void Between_SomethingAndNothing_EndsAll()
    {
        var diff = PublicationDiff.Between(State(Ring("x", "a", "b")), State());

        Assert.Equal(new Publication { OperatorsEnded = 1, MembershipsEnded = 2, LinksRemoved = 1, UsesRemoved = 1 }, diff.Publication);
    }

    [Fact]
    public void Of_FactWithoutANode_IsATrait()
    {
        var state = State(Ring("x", "a", "b") with { Uses = [new("bin", "411111", 2, 1, 3.5), new("address", "192.0.2.1", 2, 1, 9)] });

        Assert.Equal(new List<string> { "bin:411111" }, state.Operators["x"]["traits"]);
        Assert.Equal([("x", "address", "192.0.2.1")], state.Uses.Keys);
    }

    private static PublishedState State(params Operator[] operators) => WantedState.Of(new ResolvedOperators(operators), s_catalogue);

    private static Operator Ring(string id, string first, string second) => new(
        id, EntityKind.Operator, [new(first, 0.5), new(second, 0.5)], 0.5, new Standing(new Dictionary<Family, double>(), [Family.Money]),
        [new("payment_method", "card", 2, 1, 2)], [new(first, second, 7, ["payment_method"])]);
}
