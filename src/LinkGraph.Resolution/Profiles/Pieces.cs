using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Profiles;

/// <summary>
/// Step: a piece most of whose members other operators would explain too is no operator of its own, but a piece of the larger one that most of
/// them name. An operator that was found in many pieces grows together over the rounds.
/// </summary>
internal static class Pieces
{
    /// <summary>Returns how many pieces merged.</summary>
    /// <param name="before">By account: its operator before the round.</param>
    /// <param name="after">By account: its operator after it.</param>
    /// <param name="other">By account: the best other operator that it might join.</param>
    /// <param name="operators">Numbers in use are below this.</param>
    /// <param name="sets">Which operators are one now.</param>
    public static int Merge(int[] before, int[] after, int[] other, int operators, out DisjointSets sets)
    {
        var size = new int[operators];
        foreach (var o in after)
        {
            if (o >= 0)
            {
                size[o]++;
            }
        }

        List<long> votes = [];
        for (var a = 0; a < before.Length; a++)
        {
            if (before[a] >= 0 && other[a] >= 0)
            {
                votes.Add(((long)before[a] << 32) | (uint)other[a]);
            }
        }

        votes.Sort();
        sets = new DisjointSets(operators);
        var merged = 0;
        for (var i = 0; i < votes.Count;)
        {
            var (from, piece, whole, most) = (i, (int)(votes[i] >> 32), Assignment.None, 0);
            while (i < votes.Count && (int)(votes[i] >> 32) == piece)
            {
                var (k, candidate) = (i, (int)votes[i]);
                while (i < votes.Count && votes[i] == votes[k])
                {
                    i++;
                }

                if (i - k > most && (size[candidate], candidate).CompareTo((size[piece], piece)) > 0)
                {
                    (whole, most) = (candidate, i - k);
                }
            }

            if (whole >= 0 && size[piece] > 0 && 2 * (i - from) > size[piece])
            {
                sets.Union(piece, whole);
                merged++;
            }
        }

        return merged;
    }
}
