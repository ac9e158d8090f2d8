namespace LinkGraph.Storage.Adjacency;

/// <summary>A type and a side in one number.</summary>
internal static class GroupKey
{
    private const int SideBits = 2;

    public static int Of(int type, Side side) => (type << SideBits) | (int)side;

    public static int TypeOf(int key) => key >> SideBits;

    public static Side SideOf(int key) => (Side)(key & ((1 << SideBits) - 1));
}
