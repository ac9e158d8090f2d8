namespace LinkGraph.Storage.Adjacency;

/// <summary>Which relationships of a node are wanted.</summary>
internal readonly struct GroupFilter
{
    private const int AnyType = -1;
    private const int SeveralTypes = -2;

    private readonly int sides;
    private readonly int type;
    private readonly int[]? types;

    public GroupFilter(Direction direction, int[]? types)
    {
        sides = direction switch
        {
            Direction.Outgoing => (1 << (int)Side.Out) | (1 << (int)Side.Loop),
            Direction.Incoming => (1 << (int)Side.In) | (1 << (int)Side.Loop),
            _ => (1 << (int)Side.Out) | (1 << (int)Side.In) | (1 << (int)Side.Loop),
        };
        this.types = types;
        type = types switch
        {
            null => AnyType,
            [var single] and not [< 0] => single,
            _ => SeveralTypes,
        };
    }

    public bool Wants(int key)
    {
        if (((sides >> (int)GroupKey.SideOf(key)) & 1) == 0)
        {
            return false;
        }

        return type switch
        {
            AnyType => true,
            SeveralTypes => types.AsSpan().Contains(GroupKey.TypeOf(key)),
            _ => type == GroupKey.TypeOf(key),
        };
    }
}
