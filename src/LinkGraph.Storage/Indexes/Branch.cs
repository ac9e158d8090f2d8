namespace LinkGraph.Storage.Indexes;

/// <summary>Children in order. The i-th entry of a branch is a separator: no entry of child i + 1 lies before it, all of child i do.</summary>
internal sealed class Branch : TreeNode
{
    private TreeNode[] children = new TreeNode[Capacity];

    public Branch(long owner, int width)
        : base(owner, width)
    {
    }

    public Branch(long owner, int width, TreeNode left, Separator separator)
        : this(owner, width)
    {
        children[0] = left;
        Count = 1;
        InsertAfter(0, separator);
    }

    public override Branch For(long owner)
    {
        if (Owner == owner)
        {
            return this;
        }

        var copy = (Branch)Copy(owner);
        copy.children = [.. children];
        return copy;
    }

    public ref TreeNode ChildAt(int place) => ref children[place];

    /// <summary>Where a place lies.</summary>
    public int ChildFor<TProbe>(TProbe probe)
        where TProbe : IProbe, allows ref struct => FirstNotBefore(Count - 1, probe);

    public void InsertAfter(int place, Separator separator)
    {
        OpenGap(place, Count - 1, separator.Key, separator.Id);
        Array.Copy(children, place + 1, children, place + 2, Count - place - 1);
        children[place + 1] = separator.Right;
        Count++;
    }

    public void Remove(int place)
    {
        if (Count > 1)
        {
            CloseGap(Math.Max(place - 1, 0), Count - 1);
        }

        Array.Copy(children, place + 1, children, place, Count - place - 1);
        Count--;
        children[Count] = null!;
    }

    /// <summary>Gives the children from a place on to a new branch.</summary>
    public Separator Split(int place)
    {
        var separator = KeyAt(place - 1).ToArray();
        var id = IdAt(place - 1);
        var right = new Branch(Owner, Width) { Count = Count - place };
        MoveTail(place, Count - 1, right);
        Array.Copy(children, place, right.children, 0, Count - place);
        Array.Clear(children, place, Count - place);
        Count = place;
        return new(right, separator, id);
    }
}
