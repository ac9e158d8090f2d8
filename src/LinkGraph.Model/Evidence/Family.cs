namespace LinkGraph.Model.Evidence;

/// <summary>Facets that say the same thing twice belong to one family; a link needs two independent families.</summary>
public enum Family
{
    Money,
    Network,
    Script,
    Client,
    Identity,
    Rhythm,

    /// <summary>What people have in common without knowing each other: conditions the background, never evidence.</summary>
    Context,
}
