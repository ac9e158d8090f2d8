using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Operators;

/// <summary>An account that lives in the home of an honest person, who sells the line, and is seldom elsewhere.</summary>
internal sealed record Lodger(Home Home, IWhereabouts Elsewhere) : IWhereabouts
{
    private const double AtHome = 0.88;

    public uint At(long time, Rng rng) => rng.Chance(AtHome) ? Home.At(time) : Elsewhere.At(time, rng);
}
