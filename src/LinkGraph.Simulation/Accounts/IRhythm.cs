using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Accounts;

/// <summary>When an account acts.</summary>
internal interface IRhythm
{
    /// <summary>The time of an exchange, in Unix seconds, from <paramref name="from"/> to before <paramref name="until"/>.</summary>
    long Next(long from, long until, Rng rng);
}
