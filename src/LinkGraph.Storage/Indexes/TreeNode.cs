using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>
/// A page of an index: entries in order, each a key of one or more values and the id of what has it. Belongs to the transaction that made it; every other one
/// copies it before it writes.
/// </summary>
internal abstract class TreeNode(long owner, int width)
{
    public const int Capacity = 64;

    /// <summary>The transaction that may change this object.</summary>
    public long Owner { get; protected set; } = owner;

    /// <summary>Values in a key.</summary>
    public int Width { get; } = width;

    /// <summary>Entries of a leaf, children of a branch.</summary>
    public int Count { get; protected set; }

    protected Value[] Keys { get; private set; } = new Value[Capacity * width];

    protected int[] Ids { get; private set; } = new int[Capacity];

    public ReadOnlySpan<Value> KeyAt(int place) => Keys.AsSpan(place * Width, Width);

    public ref readonly Value ValueAt(int place, int column) => ref Keys[(place * Width) + column];

    public int IdAt(int place) => Ids[place];

    public abstract TreeNode For(long owner);

    /// <summary>The first of the leading entries that does not lie before what is sought.</summary>
    /// <param name="count">How many leading entries to look at.</param>
    /// <param name="probe">What is sought.</param>
    public int FirstNotBefore<TProbe>(int count, TProbe probe)
        where TProbe : IProbe, allows ref struct
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (probe.IsAfter(this, middle))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    protected TreeNode Copy(long owner)
    {
        var copy = (TreeNode)MemberwiseClone();
        copy.Owner = owner;
        (copy.Keys, copy.Ids) = ([.. Keys], [.. Ids]);
        return copy;
    }

    protected void OpenGap(int place, int count, ReadOnlySpan<Value> key, int id)
    {
        Array.Copy(Keys, place * Width, Keys, (place + 1) * Width, (count - place) * Width);
        Array.Copy(Ids, place, Ids, place + 1, count - place);
        key.CopyTo(Keys.AsSpan(place * Width));
        Ids[place] = id;
    }

    protected void CloseGap(int place, int count)
    {
        Array.Copy(Keys, (place + 1) * Width, Keys, place * Width, (count - place - 1) * Width);
        Array.Copy(Ids, place + 1, Ids, place, count - place - 1);
        Keys.AsSpan((count - 1) * Width, Width).Clear();
    }

    /// <summary>Copies the entries from a place on to the beginning of another page and forgets them here.</summary>
    protected void MoveTail(int place, int count, TreeNode target)
    {
        Array.Copy(Keys, place * Width, target.Keys, 0, (count - place) * Width);
        Array.Copy(Ids, place, target.Ids, 0, count - place);
        Keys.AsSpan(place * Width, (count - place) * Width).Clear();
    }
}
