using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Accounts;

/// <summary>Accounts that are drawn in the same way: ordinary people, a household, a crowd, an operator.</summary>
internal interface IMembers
{
    /// <summary>
    /// Makes one of them. Called by many threads at once, and more than once for the same account: everything is drawn from the plan and
    /// the generator, which belongs to the account.
    /// </summary>
    Account Draw(in AccountPlan plan, Rng rng);
}
