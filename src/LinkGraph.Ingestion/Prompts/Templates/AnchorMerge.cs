namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// Anchors on nearly the same accounts belong to one template. Candidates are anchors whose accounts have the same min-hash, tried eight
/// times; each is compared with the largest of them, and joins it if more than half of the accounts of both together have both.
/// </summary>
internal static class AnchorMerge
{
    private const int Tries = 8;

    /// <summary>By anchor: the template it belongs to, named by its smallest anchor.</summary>
    public static int[] Run(SharedAnchors anchors, int accountCount, CancellationToken cancellationToken)
    {
        UnionFind sets = new(anchors.Count);
        int[] roots = sets.Roots();
        int[] chosen = new int[anchors.Count];
        int[] byAccount = new int[anchors.Count];
        int[] starts = new int[accountCount + 1];
        for (uint salt = 1; salt <= Tries; salt++)
        {
            Choose(anchors, salt, chosen, cancellationToken);
            GroupByAccount(chosen, starts, byAccount);
            foreach ((int a, int b) in Compare(anchors, roots, starts, byAccount, cancellationToken))
            {
                sets.Union(a, b);
            }
            roots = sets.Roots();
        }
        return roots;
    }

    /// <summary>The account with the lowest hash of each anchor. Hashes of different accounts differ, so that it stands for the min-hash.</summary>
    private static void Choose(SharedAnchors anchors, ulong salt, int[] chosen, CancellationToken cancellationToken) =>
        Ranges.ForEach(anchors.Count, 1 << 14, (from, to) =>
        {
            for (int x = from; x < to; x++)
            {
                ulong lowest = ulong.MaxValue;
                int best = 0;
                foreach (int account in anchors.AccountsOf(x))
                {
                    ulong hash = Hashing.Mix((ulong)account ^ (salt << 40));
                    if (hash <= lowest)
                    {
                        lowest = hash;
                        best = account;
                    }
                }
                chosen[x] = best;
            }
        }, cancellationToken);

    private static void GroupByAccount(int[] chosen, int[] starts, int[] byAccount)
    {
        Array.Clear(starts);
        foreach (int account in chosen)
        {
            starts[account]++;
        }
        int end = 0;
        for (int a = 0; a < starts.Length; a++)
        {
            end += starts[a];
            starts[a] = end;
        }
        for (int x = chosen.Length - 1; x >= 0; x--)
        {
            byAccount[--starts[chosen[x]]] = x;
        }
    }

    private static List<(int A, int B)> Compare(SharedAnchors anchors, int[] roots, int[] starts, int[] byAccount, CancellationToken cancellationToken)
    {
        List<(int A, int B)> all = [];
        Ranges.ForEach(starts.Length - 1, 1 << 12, (from, to) =>
        {
            List<(int A, int B)> found = [];
            for (int account = from; account < to; account++)
            {
                CompareGroup(anchors, roots, byAccount.AsSpan(starts[account]..starts[account + 1]), found);
            }
            lock (all)
            {
                all.AddRange(found);
            }
        }, cancellationToken);
        return all;
    }

    private static void CompareGroup(SharedAnchors anchors, int[] roots, ReadOnlySpan<int> group, List<(int A, int B)> found)
    {
        if (group.Length < 2)
        {
            return;
        }
        int largest = group[0];
        foreach (int x in group)
        {
            largest = anchors.Size(x) > anchors.Size(largest) ? x : largest;
        }
        int size = anchors.Size(largest);
        foreach (int x in group)
        {
            // The smaller must have more than half of the larger for the overlap to be more than half of both.
            if (roots[x] != roots[largest] && 2 * (long)anchors.Size(x) > size)
            {
                int common = Common(anchors.AccountsOf(largest), anchors.AccountsOf(x));
                if (2L * common > (long)size + anchors.Size(x) - common)
                {
                    found.Add((largest, x));
                }
            }
        }
    }

    private static int Common(ReadOnlySpan<int> p, ReadOnlySpan<int> q)
    {
        int a = 0, b = 0, common = 0;
        while (a < p.Length && b < q.Length)
        {
            int x = p[a];
            int y = q[b];
            common += x == y ? 1 : 0;
            a += x <= y ? 1 : 0;
            b += y <= x ? 1 : 0;
        }
        return common;
    }
}
