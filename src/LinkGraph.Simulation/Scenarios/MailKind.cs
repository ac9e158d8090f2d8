namespace LinkGraph.Simulation.Scenarios;

/// <summary>Where an operator's mail addresses come from.</summary>
internal enum MailKind
{
    /// <summary>Domains registered for it.</summary>
    Throwaway,

    /// <summary>Bought accounts, spread as honest people's are.</summary>
    Bought,

    /// <summary>One big provider.</summary>
    Big,

    /// <summary>One domain that looks like a school's.</summary>
    School,
}
