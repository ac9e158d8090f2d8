using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Seeds;

/// <summary>
/// Step: clusters of templates with the same users are one. Where everybody in an operator uses all of its templates, co-use is the same for all
/// pairs, and communities of it are noise.
/// </summary>
internal static class SameUsers
{
    /// <summary>Unites clusters whose users overlap by a share (Jaccard); in the order of their first templates.</summary>
    public static List<int[]> Unite(World world, List<int[]> clusters, double overlap)
    {
        var first = world.Of(FactKind.Template).Start;
        var clusterOf = new int[world.Of(FactKind.Template).Length];
        Array.Fill(clusterOf, -1);
        for (var c = 0; c < clusters.Count; c++)
        {
            foreach (var template in clusters[c])
            {
                clusterOf[template - first] = c;
            }
        }

        var (users, both, mine) = (new int[clusters.Count], new Dictionary<(int, int), int>(), new SortedSet<int>());
        for (var a = 0; a < world.Accounts; a++)
        {
            mine.Clear();
            foreach (var template in world.FactsOf(a, FactKind.Template))
            {
                if (clusterOf[template - first] >= 0)
                {
                    mine.Add(clusterOf[template - first]);
                }
            }

            foreach (var x in mine)
            {
                users[x]++;
                foreach (var y in mine.Count > 1 ? mine.GetViewBetween(x + 1, int.MaxValue) : [])
                {
                    both[(x, y)] = both.GetValueOrDefault((x, y)) + 1;
                }
            }
        }

        var sets = new DisjointSets(clusters.Count);
        foreach (var ((x, y), n) in both)
        {
            if (n >= overlap * (users[x] + users[y] - n))
            {
                sets.Union(x, y);
            }
        }

        return [.. Enumerable.Range(0, clusters.Count).GroupBy(sets.Find).Select(g => g.SelectMany(c => clusters[c]).Order().ToArray())];
    }
}
