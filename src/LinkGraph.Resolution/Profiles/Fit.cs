namespace LinkGraph.Resolution.Profiles;

/// <summary>How much better an operator explains an account than its context does, in bits, by what says so.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Script">Templates.</param>
/// <param name="Network">The home left, and where addresses come from.</param>
/// <param name="Money">Tokens.</param>
/// <param name="Rhythm">Minutes.</param>
/// <param name="Soft">All that only confirms.</param>
/// <param name="Context">What the operator's share of the account's country adds to the prior.</param>
/// <param name="Prior">log2 of the share of people that the operator is.</param>
/// <param name="Joins">The evidence is enough, and of enough kinds, to join.</param>
internal readonly record struct Fit(
    int Operator, double Script, double Network, double Money, double Rhythm, double Soft, double Context, double Prior, bool Joins)
{
    public double Total => Script + Network + Money + Rhythm + Soft + Context + Prior;
}
