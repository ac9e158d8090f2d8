using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Lives;

namespace LinkGraph.Resolution.Profiles;

/// <summary>Members of every operator by fact, for all facts but templates.</summary>
internal sealed class MemberCounts(World world, int[] operatorOf, int operators, CancellationToken cancellationToken)
{
    private readonly int templates = world.Of(FactKind.Template).Start;
    private readonly LabelCounts before = LabelCounts.Of(world, new FactRange(0, world.Of(FactKind.Block).End), operatorOf, operators, cancellationToken);
    private readonly LabelCounts after =
        LabelCounts.Of(world, new FactRange(world.Of(FactKind.Minute).Start, world.Facts), operatorOf, operators, cancellationToken);

    public int this[int fact, int @operator] => Table(fact)[fact, @operator];

    public LabelCounts Table(int fact) => fact < templates ? before : after;
}

/// <summary>An operator's members by fact, with the account looked at among them.</summary>
internal readonly struct Beside(MemberCounts members, int @operator, int self) : IGroupCounts
{
    public int Of(int fact) => members[fact, @operator] + self;
}
