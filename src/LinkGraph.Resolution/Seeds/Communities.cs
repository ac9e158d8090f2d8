using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Seeds;

/// <summary>Louvain on modularity at resolution 1, in order of numbers: the same ties in the same order give the same communities.</summary>
internal static class Communities
{
    private const int Levels = 8, Sweeps = 12, SettledAfter = 1000;

    /// <summary>A community by number, communities numbered by their first member.</summary>
    public static int[] Of(int count, IReadOnlyList<Tie> ties)
    {
        var map = new int[count];
        for (var i = 0; i < count; i++)
        {
            map[i] = i;
        }

        var (edges, nodes) = (ties.ToArray(), count);
        for (var level = 0; level < Levels; level++)
        {
            var community = new Level(nodes, edges).Sweep();
            if (community is null)
            {
                break;
            }

            var groups = Number(community);
            for (var i = 0; i < count; i++)
            {
                map[i] = community[map[i]];
            }

            edges = Contract(edges, community, groups);
            nodes = groups;
        }

        return map;
    }

    /// <summary>Numbers communities in the order of their first member; returns how many there are.</summary>
    private static int Number(int[] community)
    {
        var number = new int[community.Length];
        Array.Fill(number, -1);
        var groups = 0;
        for (var v = 0; v < community.Length; v++)
        {
            ref var n = ref number[community[v]];
            if (n < 0)
            {
                n = groups++;
            }

            community[v] = n;
        }

        return groups;
    }

    /// <summary>Ties between communities, summed in the order of the ties.</summary>
    private static Tie[] Contract(Tie[] edges, int[] community, int groups)
    {
        var pairs = new (int Row, int Value)[edges.Length];
        for (var i = 0; i < edges.Length; i++)
        {
            pairs[i] = (Math.Min(community[edges[i].A], community[edges[i].B]), i);
        }

        var (rows, weight, touched, contracted) = (Rows.Of(groups, pairs), new double[groups], new List<int>(), new List<Tie>());
        var seen = new int[groups];
        for (var x = 0; x < groups; x++)
        {
            touched.Clear();
            foreach (var i in rows.Of(x))
            {
                var y = Math.Max(community[edges[i].A], community[edges[i].B]);
                if (seen[y] != x + 1)
                {
                    seen[y] = x + 1;
                    weight[y] = 0;
                    touched.Add(y);
                }

                weight[y] += edges[i].Weight;
            }

            touched.Sort();
            foreach (var y in touched)
            {
                contracted.Add(new Tie(x, y, weight[y]));
            }
        }

        return [.. contracted];
    }

    /// <summary>One level: nodes move to the neighbouring community that gains most.</summary>
    private sealed class Level
    {
        private readonly int nodes;
        private readonly int[] start;
        private readonly int[] neighbour;
        private readonly double[] weight;
        private readonly double[] strength;
        private readonly double all;

        public Level(int nodes, Tie[] edges)
        {
            (this.nodes, start, strength) = (nodes, new int[nodes + 1], new double[nodes]);
            foreach (var e in edges)
            {
                strength[e.A] += e.Weight;
                strength[e.B] += e.Weight;
                all += 2 * e.Weight;
                if (e.A != e.B)
                {
                    start[e.A + 1]++;
                    start[e.B + 1]++;
                }
            }

            for (var i = 0; i < nodes; i++)
            {
                start[i + 1] += start[i];
            }

            (neighbour, weight) = (new int[start[nodes]], new double[start[nodes]]);
            var cursor = (int[])start.Clone();
            foreach (var e in edges)
            {
                if (e.A != e.B)
                {
                    (neighbour[cursor[e.A]], weight[cursor[e.A]++]) = (e.B, e.Weight);
                    (neighbour[cursor[e.B]], weight[cursor[e.B]++]) = (e.A, e.Weight);
                }
            }
        }

        /// <summary>Null if no node moved.</summary>
        public int[]? Sweep()
        {
            var community = new int[nodes];
            for (var v = 0; v < nodes; v++)
            {
                community[v] = v;
            }

            var (total, toward, counter, any) = ((double[])strength.Clone(), new double[nodes], new FactCounter(nodes), false);
            for (var sweep = 0; sweep < Sweeps; sweep++)
            {
                var moved = 0;
                for (var v = 0; v < nodes; v++)
                {
                    if (start[v] < start[v + 1] && Move(v, community, total, toward, counter))
                    {
                        moved++;
                    }
                }

                any |= moved > 0;
                if ((long)moved * SettledAfter < nodes)
                {
                    break;
                }
            }

            return any ? community : null;
        }

        private bool Move(int v, int[] community, double[] total, double[] toward, FactCounter seen)
        {
            seen.Clear();
            for (var i = start[v]; i < start[v + 1]; i++)
            {
                var c = community[neighbour[i]];
                if (seen.Add(c) == 1)
                {
                    toward[c] = 0;
                }

                toward[c] += weight[i];
            }

            var mine = community[v];
            total[mine] -= strength[v];
            var (best, gain) = (mine, (seen[mine] > 0 ? toward[mine] : 0) - (strength[v] * total[mine] / all));
            seen.Touched.Sort();
            foreach (var c in seen.Touched)
            {
                var g = toward[c] - (strength[v] * total[c] / all);
                if (g > gain + 1e-9)
                {
                    (best, gain) = (c, g);
                }
            }

            total[best] += strength[v];
            community[v] = best;
            return best != mine;
        }
    }
}
