namespace LinkGraph.Resolution.Evidence;

/// <summary>What part a fact plays, whatever its facet is called. Facts are numbered by kind, so that an account's facts of a kind are contiguous.</summary>
internal enum FactKind : byte
{
    /// <summary>A binding fact that is had or not: a payment method.</summary>
    Token,

    /// <summary>A binding fact of the network.</summary>
    Address,

    /// <summary>What addresses lie in: /24 for IPv4, /64 and /48 for IPv6. Derived.</summary>
    Block,

    /// <summary>A prompt template.</summary>
    Template,

    /// <summary>A sampled minute of activity.</summary>
    Minute,

    /// <summary>The country: context, never evidence.</summary>
    Country,

    /// <summary>A fact that confirms within bounds.</summary>
    Soft,
}
