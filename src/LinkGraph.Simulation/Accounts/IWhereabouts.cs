using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Accounts;

/// <summary>Where an account acts from.</summary>
internal interface IWhereabouts
{
    /// <summary>The IPv4 address of its next exchange, at the time given; 0: the service does not know it.</summary>
    uint At(long time, Rng rng);
}
