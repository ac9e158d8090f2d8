using LinkGraph.Storage.Adjacency;

namespace LinkGraph.Storage;

/// <summary>Walks the relationships of a node.</summary>
public struct Expansion
{
    private const int Anybody = -1;

    private readonly GroupFilter filter;
    private readonly int[]? few;
    private readonly AdjacencyGroup[] groups;
    private readonly int only;
    private readonly int reported;
    private readonly bool isReversed;
    private int nextGroup;
    private int[] items;
    private int place;
    private int count;
    private int key;
    private int relationship;
    private int other;

    internal Expansion(Neighbourhood neighbourhood, GroupFilter filter)
        : this(neighbourhood, filter, Anybody, Anybody, isReversed: false)
    {
    }

    /// <summary>Between two nodes.</summary>
    /// <param name="neighbourhood">Of the node that is walked.</param>
    /// <param name="filter">Seen from that node.</param>
    /// <param name="only">The other node.</param>
    /// <param name="reported">The node to report as the other one: itself, or the node that is walked if the caller looks from the other side.</param>
    /// <param name="isReversed">Whether the caller looks from the other side.</param>
    internal Expansion(Neighbourhood neighbourhood, GroupFilter filter, int only, int reported, bool isReversed)
    {
        (this.filter, few, groups) = (filter, neighbourhood.Few, neighbourhood.Groups);
        (this.only, this.reported, this.isReversed) = (only, reported, isReversed);
        items = [];
        place = few is null ? 0 : -Neighbourhood.Stride;
    }

    public readonly Neighbour Current
    {
        get
        {
            var side = GroupKey.SideOf(key);
            return new(relationship, only == Anybody ? other : reported, side == Side.Loop || side == Side.Out != isReversed);
        }
    }

    public readonly Expansion GetEnumerator() => this;

    public bool MoveNext()
    {
        if (few is not null)
        {
            return NextOfFew(few);
        }

        do
        {
            if (only != Anybody && place < count)
            {
                var found = items.AsSpan((items.Length / 2) + place, count - place).IndexOf(only);
                place = found < 0 ? count : place + found;
            }

            if (place < count)
            {
                (relationship, other) = (items[place], items[(items.Length / 2) + place]);
                place++;
                return true;
            }
        }
        while (NextGroup());
        return false;
    }

    private bool NextOfFew(int[] few)
    {
        while ((place += Neighbourhood.Stride) < few.Length)
        {
            (key, relationship, other) = (few[place], few[place + 1], few[place + 2]);
            if (filter.Wants(key) && (only == Anybody || only == other))
            {
                return true;
            }
        }

        place = few.Length;
        return false;
    }

    private bool NextGroup()
    {
        while (nextGroup < groups.Length)
        {
            ref readonly var group = ref groups[nextGroup++];
            if (filter.Wants(group.Key))
            {
                (key, items, count, place) = (group.Key, group.Items, group.Count, 0);
                return true;
            }
        }

        return false;
    }
}
