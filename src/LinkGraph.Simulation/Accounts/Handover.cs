namespace LinkGraph.Simulation.Accounts;

/// <summary>The sale of an account.</summary>
/// <param name="At">When, in Unix seconds.</param>
/// <param name="Buyer">What it does from then on: its exchanges and everything about them.</param>
internal sealed record Handover(long At, Account Buyer);
