namespace LinkGraph.Model.Evidence;

/// <summary>
/// The evidence of one facet: facts, and for each the accounts that have it, in compressed rows. Fact <c>f</c> belongs to
/// <c>Accounts[Offsets[f]..Offsets[f + 1]]</c> with as many exchanges each as <c>Weights</c> says.
/// </summary>
/// <param name="Definition">The facet's name, family and role.</param>
/// <param name="Facts">Fact keys, sorted ordinally, no two alike.</param>
/// <param name="Offsets">One more than facts; ascending, first 0.</param>
/// <param name="Accounts">Indexes into <see cref="EvidenceSet.AccountIds"/>, ascending within a fact.</param>
/// <param name="Weights">Exchanges of the account with the fact (1 where the evidence has no count); at least 1.</param>
public sealed record Facet(FacetDefinition Definition, string[] Facts, int[] Offsets, int[] Accounts, float[] Weights);
