using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Indexes;

/// <summary>The entries themselves.</summary>
internal sealed class Leaf(long owner, int width) : TreeNode(owner, width)
{
    public override Leaf For(long owner) => Owner == owner ? this : (Leaf)Copy(owner);

    public void Insert(int place, ReadOnlySpan<Value> key, int id)
    {
        OpenGap(place, Count, key, id);
        Count++;
    }

    public void Remove(int place)
    {
        CloseGap(place, Count);
        Count--;
    }

    /// <summary>Gives the entries from a place on to a new leaf.</summary>
    public Leaf Split(int place)
    {
        var right = new Leaf(Owner, Width) { Count = Count - place };
        MoveTail(place, Count, right);
        Count = place;
        return right;
    }
}
