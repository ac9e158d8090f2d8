using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Places;

/// <summary>A few exits that an account keeps.</summary>
internal sealed record FixedExits(uint[] Addresses) : IWhereabouts
{
    public uint At(long time, Rng rng) => rng.Pick(Addresses);
}
