using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.People;

/// <summary>People with a bond: a household, a company, a crowd.</summary>
internal sealed record Bonded(Population Population, Bond Bond) : IMembers
{
    public Account Draw(in AccountPlan plan, Rng rng) => Population.Draw(plan, Bond, rng);
}
