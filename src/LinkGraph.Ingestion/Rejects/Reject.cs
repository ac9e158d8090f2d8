namespace LinkGraph.Ingestion.Rejects;

/// <summary>A record that breaks the contract: where it is and why, and nothing of what it holds.</summary>
/// <param name="Record">Its number in the source, from 1.</param>
/// <param name="Line">Line of the file, from 1; the same as its number where the source has no lines.</param>
/// <param name="Field">Name of the field at fault; null for the record as a whole.</param>
/// <param name="Reason">Why.</param>
public readonly record struct Reject(long Record, long Line, string? Field, string Reason);
