namespace LinkGraph.Storage;

/// <summary>What a constraint asks of every node with the label, or relationship of the type.</summary>
public enum ConstraintKind : byte
{
    /// <summary>No two with the same values; those that lack one of the properties are free.</summary>
    Unique,

    /// <summary>Unique, and all the properties are there.</summary>
    Key,

    /// <summary>The property is there.</summary>
    Exists,
}
