namespace LinkGraph.Model.Evidence;

/// <summary>What a facet may do in a resolution.</summary>
public enum Role
{
    /// <summary>Chosen or paid for by whoever runs the account: may found an operator.</summary>
    Binds,

    /// <summary>Bounded to a few bits each way, never founds.</summary>
    Confirms,

    /// <summary>Conditions what chance means.</summary>
    Conditions,

    /// <summary>Values with errors: compared with each other, not counted (attributes of mapped records).</summary>
    Compares,
}
