namespace LinkGraph.Storage.Adjacency;

/// <summary>How a relationship lies to a node. Loops stand apart, so that a degree is a sum of counts in every direction.</summary>
internal enum Side
{
    Out,
    In,
    Loop,
}
