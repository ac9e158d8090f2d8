namespace LinkGraph.Simulation.Scenarios;

/// <summary>The client that an operator's accounts show.</summary>
internal enum ClientKind
{
    /// <summary>A program of its own.</summary>
    Own,

    /// <summary>One popular client.</summary>
    Popular,

    /// <summary>For each account some popular client.</summary>
    Spoofed,
}
