namespace LinkGraph.Simulation.Accounts;

/// <summary>All that is kept of an account before it is written.</summary>
/// <param name="Members">What it is one of.</param>
/// <param name="Index">Which one, from 0.</param>
/// <param name="Number">Its number in the world, from 0: what its id and its random generator come from.</param>
internal readonly record struct AccountPlan(IMembers Members, int Index, int Number);
