namespace LinkGraph.Resolution.Evaluation;

/// <summary>What became of one operator, in sums that the bootstrap can draw again.</summary>
/// <param name="Tally">Its accounts' part in the agreement.</param>
/// <param name="Recall">Share of its accounts in its best cluster.</param>
/// <param name="Purity">Its share of that cluster.</param>
/// <param name="Found">Both are half or more.</param>
/// <param name="Absorbed">Honest accounts that it absorbed; a part of each where several operators share the cluster.</param>
internal sealed record OperatorOutcome(Tally Tally, double Recall, double Purity, bool Found, double Absorbed);
