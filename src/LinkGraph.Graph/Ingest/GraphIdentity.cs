namespace LinkGraph.Graph.Ingest;

/// <summary>Which graph this is, and how its rows are made.</summary>
/// <param name="Id">Of no other graph.</param>
/// <param name="Settings">Those that shaped the rows in it.</param>
/// <param name="IsWritten">Whether ingestion has written anything into it.</param>
public sealed record GraphIdentity(string Id, string Settings, bool IsWritten);
