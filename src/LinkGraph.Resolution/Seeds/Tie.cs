namespace LinkGraph.Resolution.Seeds;

/// <summary>A weighted link between two numbers.</summary>
internal readonly record struct Tie(int A, int B, double Weight);
