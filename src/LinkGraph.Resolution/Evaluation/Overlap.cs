using System.Runtime.InteropServices;

namespace LinkGraph.Resolution.Evaluation;

/// <summary>
/// Clusters against entities (or operators): how many accounts each pair of them shares. Names become numbers in the order in which the
/// truth first shows them; -1 stands for none.
/// </summary>
internal sealed class Overlap
{
    private readonly Dictionary<(int Group, int Cluster), int> _shared = [];
    private readonly List<int> _sizes = [];
    private readonly List<(int Cluster, int Accounts)> _best = [];

    public Overlap(int[] groupOf, int[] clusterOf)
    {
        for (int i = 0; i < groupOf.Length; i++)
        {
            if (groupOf[i] >= 0)
                Count(groupOf[i], clusterOf[i]);
        }
        var best = CollectionsMarshal.AsSpan(_best);
        for (int i = 0; i < groupOf.Length; i++)
        {
            // Ties go to the cluster that the truth shows first.
            if (groupOf[i] >= 0 && Shared(groupOf[i], clusterOf[i]) is var shared && shared > best[groupOf[i]].Accounts)
                best[groupOf[i]] = (clusterOf[i], shared);
        }
    }

    /// <summary>How many groups there are.</summary>
    public int Groups => _sizes.Count;

    /// <summary>Accounts of a group.</summary>
    public int Size(int group) => _sizes[group];

    /// <summary>The cluster that holds most of a group, and how many of it.</summary>
    public (int Cluster, int Accounts) Best(int group) => _best[group];

    /// <summary>Accounts of a group in a cluster.</summary>
    public int Shared(int group, int cluster) => _shared.GetValueOrDefault((group, cluster));

    /// <summary>How many groups each cluster holds accounts of.</summary>
    public int[] GroupsByCluster(int clusters)
    {
        var groups = new int[clusters];
        foreach (var (_, cluster) in _shared.Keys)
            groups[cluster]++;
        return groups;
    }

    private void Count(int group, int cluster)
    {
        while (_sizes.Count <= group)
        {
            _sizes.Add(0);
            _best.Add((-1, 0));
        }
        CollectionsMarshal.AsSpan(_sizes)[group]++;
        CollectionsMarshal.GetValueRefOrAddDefault(_shared, (group, cluster), out _)++;
    }
}
