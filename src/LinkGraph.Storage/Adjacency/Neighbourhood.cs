using System.Runtime.CompilerServices;

namespace LinkGraph.Storage.Adjacency;

/// <summary>
/// All relationships of a node. A few stand in one small array as (key, relationship, other) and are copied at every change: one array is one visit to memory.
/// Many stand in groups, of which only the counts are copied.
/// </summary>
internal readonly struct Neighbourhood
{
    /// <summary>Numbers that a relationship takes in an array of few.</summary>
    public const int Stride = 3;

    /// <summary>The most relationships that stand in one array.</summary>
    public const int MostFew = 32;

    private readonly object? content;

    public Neighbourhood(object? content) => this.content = content;

    public object? Content => content;

    public bool IsEmpty => content is null;

    /// <summary>Null if the node has none or many.</summary>
    public int[]? Few => content is not null && content.GetType() == typeof(int[]) ? Unsafe.As<int[]>(content) : null;

    /// <summary>Empty if the node has few.</summary>
    public AdjacencyGroup[] Groups => content is not null && content.GetType() == typeof(AdjacencyGroup[]) ? Unsafe.As<AdjacencyGroup[]>(content) : [];

    public long Degree(GroupFilter filter)
    {
        var degree = 0L;
        for (var i = 0; Few is { } few && i < few.Length; i += Stride)
        {
            degree += filter.Wants(few[i]) ? 1 : 0;
        }

        foreach (ref readonly var group in Groups.AsSpan())
        {
            degree += filter.Wants(group.Key) ? group.Count : 0;
        }

        return degree;
    }

    /// <returns>What to keep for the node from now on.</returns>
    /// <param name="key">Type and side.</param>
    /// <param name="relationship">Its id.</param>
    /// <param name="other">The node at the other end.</param>
    /// <param name="ownsGroups">Whether the array of groups may be changed in place.</param>
    public object Add(int key, int relationship, int other, bool ownsGroups)
    {
        if (IsEmpty)
        {
            return new[] { key, relationship, other };
        }

        if (Few is not { } few)
        {
            return AddToGroups(ownsGroups ? Groups : [.. Groups], key, relationship, other);
        }

        if (few.Length == MostFew * Stride)
        {
            return AddToGroups(ToGroups(few), key, relationship, other);
        }

        var more = new int[few.Length + Stride];
        few.CopyTo(more, 0);
        (more[^3], more[^2], more[^1]) = (key, relationship, other);
        return more;
    }

    /// <summary>Adds to groups that are the caller's own, however few there are.</summary>
    /// <returns>What to keep for the node from now on.</returns>
    public object AddToMany(int key, int relationship, int other) => AddToGroups(Groups, key, relationship, other);

    /// <returns>What to keep for the node from now on.</returns>
    /// <param name="key">Type and side.</param>
    /// <param name="relationship">One that is here.</param>
    /// <param name="ownsGroups">Whether the array of groups may be changed in place.</param>
    /// <param name="ownItems">Arrays of items that may be changed in place.</param>
    public object? Remove(int key, int relationship, bool ownsGroups, HashSet<int[]> ownItems)
    {
        if (Few is not { } few)
        {
            return RemoveFromGroups(ownsGroups ? Groups : [.. Groups], key, relationship, ownItems);
        }

        if (few.Length == Stride)
        {
            return null;
        }

        var place = 0;
        while (few[place + 1] != relationship)
        {
            place += Stride;
        }

        var fewer = new int[few.Length - Stride];
        Array.Copy(few, fewer, place);
        Array.Copy(few, place + Stride, fewer, place, fewer.Length - place);
        return fewer;
    }

    private static AdjacencyGroup[] ToGroups(int[] few)
    {
        AdjacencyGroup[] groups = [];
        for (var i = 0; i < few.Length; i += Stride)
        {
            groups = AddToGroups(groups, few[i], few[i + 1], few[i + 2]);
        }

        return groups;
    }

    private static AdjacencyGroup[] AddToGroups(AdjacencyGroup[] groups, int key, int relationship, int other)
    {
        var index = IndexOf(groups, key);
        if (index < 0)
        {
            index = groups.Length;
            groups = [.. groups, new AdjacencyGroup(key)];
        }

        groups[index].Add(relationship, other);
        return groups;
    }

    private static AdjacencyGroup[]? RemoveFromGroups(AdjacencyGroup[] groups, int key, int relationship, HashSet<int[]> ownItems)
    {
        var index = IndexOf(groups, key);
        if (groups[index].Count > 1)
        {
            groups[index].Remove(relationship, ownItems);
            return groups;
        }

        return groups.Length == 1 ? null : [.. groups[..index], .. groups[(index + 1)..]];
    }

    private static int IndexOf(AdjacencyGroup[] groups, int key)
    {
        for (var index = 0; index < groups.Length; index++)
        {
            if (groups[index].Key == key)
            {
                return index;
            }
        }

        return -1;
    }
}
