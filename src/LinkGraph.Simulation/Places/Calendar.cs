namespace LinkGraph.Simulation.Places;

/// <summary>The time that a world's exchanges cover. All times are Unix seconds.</summary>
internal sealed record Calendar(long Start, int Days)
{
    public const long Hour = 3_600;
    public const long Day = 86_400;

    public long End => Start + (Days * Day);

    /// <summary>The last moment at which somebody signs up, so that everybody has some days to act in.</summary>
    public long LastSignUp => End - (3 * Day);
}
