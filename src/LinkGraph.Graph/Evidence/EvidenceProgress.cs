namespace LinkGraph.Graph.Evidence;

/// <summary>How far reading the evidence has come.</summary>
/// <param name="Facet">The facet that is being read.</param>
/// <param name="Number">Of that facet, from 1.</param>
/// <param name="Of">Facets there are.</param>
/// <param name="Facts">Read of it so far.</param>
/// <param name="Members">Accounts of those facts, each counted once a fact.</param>
public sealed record EvidenceProgress(string Facet, int Number, int Of, int Facts, long Members);
