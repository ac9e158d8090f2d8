namespace LinkGraph.Benchmarks.Lab;

/// <summary>A world cannot be made or a resolver failed; the others can go on. The message is for people.</summary>
internal sealed class LabException(string message) : Exception(message);
