using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Places;

/// <summary>A home: its provider changes its address now and then, and gives the old one to a stranger.</summary>
/// <param name="Provider">Whose addresses it has.</param>
/// <param name="Key">Tells this home from all others.</param>
/// <param name="Period">Seconds after which the address changes; 0: never.</param>
internal sealed record Home(Provider Provider, ulong Key, long Period) : IWhereabouts
{
    public uint At(long time) => Provider.Address(Key + (Period == 0 ? 0 : (ulong)(time + (long)(Key % (ulong)Period)) / (ulong)Period));

    public uint At(long time, Rng rng) => At(time);
}
