namespace LinkGraph.Resolution.Verdicts;

/// <summary>Bits of surprise.</summary>
internal static class Surprise
{
    /// <summary>A bound on -log2 of the Poisson tail P(X at least observed), given what was expected.</summary>
    public static double Of(double observed, double expected) =>
        observed <= expected ? 0 : ((observed * Math.Log(observed / expected)) - (observed - expected)) / Math.Log(2);
}
