namespace LinkGraph.Storage;

/// <summary>What an index holds.</summary>
public enum IndexKind : byte
{
    /// <summary>Every storable value, in order.</summary>
    Range,

    /// <summary>Strings only; one property.</summary>
    Text,

    /// <summary>Points only; one property.</summary>
    Point,
}
