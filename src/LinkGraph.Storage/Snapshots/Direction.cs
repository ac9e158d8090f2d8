namespace LinkGraph.Storage;

/// <summary>Which relationships of a node are meant: those that leave it, those that reach it, or either. A loop is in all three, once.</summary>
public enum Direction : byte
{
    Outgoing,
    Incoming,
    Both,
}
