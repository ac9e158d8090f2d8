using LinkGraph.Simulation.People;

namespace LinkGraph.Simulation.Crowds;

/// <summary>Honest people who share a lot and do not belong together.</summary>
internal readonly record struct Crowd(int Size, Bond Bond);
