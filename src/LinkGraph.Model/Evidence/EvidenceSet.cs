namespace LinkGraph.Model.Evidence;

/// <summary>
/// Everything a resolution knows. It is a function of what the graph holds, not of the order in which it was read: accounts and facts
/// are sorted ordinally.
/// </summary>
/// <param name="AccountIds">Sorted ordinally, no two alike; an account's index is its number in all arrays.</param>
/// <param name="Prompts">Exchanges with a prompt, by account.</param>
/// <param name="OwnPrompts">Of those, the ones that show no template shared with another account, by account.</param>
/// <param name="Facets">In the order of their names; a facet that the graph has nothing of may be absent or empty.</param>
public sealed record EvidenceSet(string[] AccountIds, float[] Prompts, float[] OwnPrompts, IReadOnlyList<Facet> Facets);
