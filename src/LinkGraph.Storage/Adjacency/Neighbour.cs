namespace LinkGraph.Storage;

/// <summary>A relationship as seen from one of its ends.</summary>
/// <param name="Relationship">Its id.</param>
/// <param name="Other">The node at the other end; the node itself for a loop.</param>
/// <param name="IsOutgoing">Whether it leaves the node it is seen from; true for a loop.</param>
public readonly record struct Neighbour(long Relationship, long Other, bool IsOutgoing);
