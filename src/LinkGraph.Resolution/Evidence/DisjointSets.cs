namespace LinkGraph.Resolution.Evidence;

/// <summary>Union-find in which the smallest number stands for its set.</summary>
internal sealed class DisjointSets
{
    private readonly int[] parent;

    public DisjointSets(int count)
    {
        parent = new int[count];
        for (var i = 0; i < count; i++)
        {
            parent[i] = i;
        }
    }

    public int Find(int x)
    {
        while (parent[x] != x)
        {
            x = parent[x] = parent[parent[x]];
        }

        return x;
    }

    public void Union(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
