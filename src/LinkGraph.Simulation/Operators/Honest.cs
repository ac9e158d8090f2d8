using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Operators;

/// <summary>The honest people of a world, as those see them who buy from them.</summary>
/// <param name="Population">Strangers, who sell their accounts.</param>
/// <param name="Somebody">Draws one of the people in the world, who sells a line at home.</param>
internal sealed record Honest(Population Population, Func<Rng, Account> Somebody)
{
    public Account Stranger(in AccountPlan plan, Rng rng) => Population.Draw(plan, rng);

    public Home Home(Rng rng) => Somebody(rng).Home!;
}
