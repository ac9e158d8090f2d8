using System.Numerics;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Scenarios;

/// <summary>How many exchanges an account has: log-normal.</summary>
internal readonly record struct Volume(double Median, double Sigma, int Least, int Most)
{
    public int Draw(Rng rng, bool full)
    {
        var count = Math.Clamp((int)(rng.LogNormal(Median, Sigma) + 0.5), Least, Most);
        return full ? count : Thinned(count);
    }

    /// <summary>Grows with the logarithm, so that a busy account still has more than a quiet one.</summary>
    public static int Thinned(int count) => Math.Min(count, 6 + (3 * BitOperations.Log2((uint)count + 1)));
}
