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

/// <summary>An operator's members by fact and country, with the account looked at among them.</summary>
internal readonly struct Beside(MemberCounts members, ReadOnlyMemory<int> people, int @operator, int size, int self, int country) : IGroupCounts
{
    public int Size => size;

    public int Of(int fact) => members[fact, @operator] + self;

    public int People(int of) => people.Span[of] + (of == country ? self : 0);
}
