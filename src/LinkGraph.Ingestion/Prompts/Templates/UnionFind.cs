namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>Sets of numbers; the smallest member stands for the set, so that the order of unions does not matter.</summary>
internal sealed class UnionFind
{
    private readonly int[] _parent;

    public UnionFind(int count)
    {
        _parent = new int[count];
        for (int i = 0; i < count; i++)
        {
            _parent[i] = i;
        }
    }

    public int Find(int x)
    {
        while (_parent[x] != x)
        {
            _parent[x] = _parent[_parent[x]];
            x = _parent[x];
        }
        return x;
    }

    public void Union(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>By number: the smallest member of its set.</summary>
    public int[] Roots()
    {
        // A parent is smaller than its child, so that it is flat already.
        for (int i = 0; i < _parent.Length; i++)
        {
            _parent[i] = _parent[_parent[i]];
        }
        return (int[])_parent.Clone();
    }
}
