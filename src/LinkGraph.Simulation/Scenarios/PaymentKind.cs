namespace LinkGraph.Simulation.Scenarios;

/// <summary>How an operator pays.</summary>
internal enum PaymentKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>A virtual card for each account, from few issuers.</summary>
    Virtual,

    /// <summary>Several accounts to a card.</summary>
    Pooled,

    /// <summary>Cards of honest people's issuers, one for each account.</summary>
    Stolen,
}
