namespace LinkGraph.Resolution.Profiles;

/// <summary>Shares as classes.</summary>
internal static class Bins
{
    public const int Script = 6, Home = 5;

    /// <summary>None, and fifths.</summary>
    public static int OfScript(double share) => share <= 0 ? 0 : 1 + Math.Min((int)(share * 5), 4);

    public static int OfHome(double left) => left < 0.05 ? 0 : left < 0.2 ? 1 : left < 0.4 ? 2 : left < 0.7 ? 3 : 4;
}
