using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Accounts;

/// <summary>Acts at any hour.</summary>
internal sealed record AnyTime : IRhythm
{
    public static AnyTime Instance { get; } = new();

    public long Next(long from, long until, Rng rng) => rng.Time(from, until);
}
