namespace LinkGraph.ContractTests.Engine;

/// <param name="Text">The query.</param>
/// <param name="Ordered">Its rows come in an order that is total.</param>
/// <param name="Writes">The graph is to be compared too.</param>
internal sealed record FuzzCase(string Text, bool Ordered, bool Writes);
