namespace LinkGraph.Graph.Publishing;

/// <summary>The resolution that is to be published.</summary>
/// <param name="Id">Unique; publishing again under an id that the graph has is answered with what was written then.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Accounts">Accounts it looked at.</param>
public sealed record RunInfo(string Id, DateTimeOffset StartedAt, long Accounts);
