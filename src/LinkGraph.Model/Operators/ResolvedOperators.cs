namespace LinkGraph.Model.Operators;

/// <summary>The outcome of one resolution: operators sorted by size, largest first, then by id.</summary>
public sealed record ResolvedOperators(IReadOnlyList<Operator> Operators);
