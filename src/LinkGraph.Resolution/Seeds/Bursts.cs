using LinkGraph.Resolution.Evidence;
using LinkGraph.Resolution.Verdicts;

namespace LinkGraph.Resolution.Seeds;

/// <summary>
/// Minutes in which far more accounts act than in the sampled minutes around: a dispatcher starts its accounts together, while the habits
/// of people and the spikes of campaigns rise and fall over hours.
/// </summary>
internal static class Bursts
{
    /// <summary>Sampled minutes looked at on either side.</summary>
    public const int Around = 12;

    /// <summary>By sampled minute, from the first.</summary>
    public static bool[] Of(World world, ResolutionSettings settings)
    {
        var minutes = world.Of(FactKind.Minute);
        var bursts = new bool[minutes.Length];
        var least = Math.Log2(Math.Max(minutes.Length, 1)) + settings.JoinBits;
        Span<int> near = stackalloc int[2 * Around];
        for (var m = 0; m < bursts.Length; m++)
        {
            var n = 0;
            for (var i = Math.Max(m - Around, 0); i <= Math.Min(m + Around, bursts.Length - 1); i++)
            {
                if (i != m)
                {
                    near[n++] = world.Degree(minutes.Start + i);
                }
            }

            near[..n].Sort();
            bursts[m] = n > 0 && Surprise.Of(world.Degree(minutes.Start + m), near[n / 2]) >= least;
        }

        return bursts;
    }
}
