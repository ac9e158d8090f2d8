using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Profiles;

/// <summary>Step: a piece that a larger operator would explain for the most part is a piece of it.</summary>
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
            var k = i;
            while (k < votes.Count && votes[k] == votes[i])
            {
                k++;
            }

            var (piece, whole) = ((int)(votes[i] >> 32), (int)votes[i]);
            if (size[piece] > 0 && 2 * (k - i) > size[piece] && (size[whole], whole).CompareTo((size[piece], piece)) > 0)
            {
                sets.Union(piece, whole);
                merged++;
            }

            i = k;
        }

        return merged;
    }
}
