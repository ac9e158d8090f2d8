using LinkGraph.Storage.Adjacency;

namespace LinkGraph.Storage;

/// <summary>Walks the relationships of a node.</summary>
public struct Expansion
{
    private readonly AdjacencyGroup[] groups;
    private readonly int[]? types;
    private readonly Direction direction;
    private readonly bool isReversed;
    private readonly int only;
    private readonly int reported;
    private int next;
    private int[] items;
    private int place;
    private int count;
    private int capacity;
    private bool isOutgoing;

    internal Expansion(AdjacencyGroup[]? groups, Direction direction, int[]? types)
    {
        this.groups = groups ?? [];
        (this.direction, this.types) = (direction, types);
        only = -1;
        items = [];
    }

    /// <summary>Between two nodes.</summary>
    /// <param name="groups">Of the node that is walked.</param>
    /// <param name="direction">Seen from that node.</param>
    /// <param name="types">Null for all.</param>
    /// <param name="only">The other node.</param>
    /// <param name="reported">The node to report as the other one: itself, or the node that is walked if the caller looks from the other side.</param>
    /// <param name="isReversed">Whether the caller looks from the other side.</param>
    internal Expansion(AdjacencyGroup[]? groups, Direction direction, int[]? types, int only, int reported, bool isReversed)
        : this(groups, direction, types) => (this.only, this.reported, this.isReversed) = (only, reported, isReversed);

    public readonly Neighbour Current =>
        new(items[place], only < 0 ? items[capacity + place] : reported, isOutgoing);

    public readonly Expansion GetEnumerator() => this;

    public bool MoveNext()
    {
        do
        {
            if (only < 0)
            {
                if (++place < count)
                {
                    return true;
                }
            }
            else if (place + 1 < count)
            {
                var found = items.AsSpan(capacity + place + 1, count - place - 1).IndexOf(only);
                place = found < 0 ? count : place + 1 + found;
                if (found >= 0)
                {
                    return true;
                }
            }
        }
        while (NextGroup());
        return false;
    }

    internal static bool Wants(Direction direction, Side side) => direction switch
    {
        Direction.Outgoing => side != Side.In,
        Direction.Incoming => side != Side.Out,
        _ => true,
    };

    private bool NextGroup()
    {
        while (next < groups.Length)
        {
            ref readonly var group = ref groups[next++];
            if (Wants(direction, group.Side) && (types is null || types.AsSpan().Contains(group.Type)))
            {
                (items, count, capacity, place) = (group.Items, group.Count, group.Capacity, -1);
                isOutgoing = group.Side == Side.Loop || group.Side == Side.Out != isReversed;
                return true;
            }
        }

        (place, count) = (0, 0);
        return false;
    }
}
