namespace LinkGraph.Benchmarks.Versus;

/// <summary>How much a query gave: what the homes must agree on.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="Items">Items of lists in them.</param>
internal readonly record struct Answer(long Rows, long Items);
