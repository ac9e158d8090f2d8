namespace LinkGraph.Simulation.Scenarios;

/// <summary>How an operator's accounts reach the service.</summary>
internal enum ExitKind
{
    /// <summary>Addresses of honest homes, rented from a resale network.</summary>
    Resale,

    /// <summary>Addresses of its own.</summary>
    Own,

    /// <summary>A SIM farm inside carrier NAT.</summary>
    Mobile,

    /// <summary>A consumer VPN.</summary>
    Vpn,
}
