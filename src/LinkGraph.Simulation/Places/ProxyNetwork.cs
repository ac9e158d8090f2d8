namespace LinkGraph.Simulation.Places;

/// <summary>A proxy or VPN service and the addresses that its customers appear with.</summary>
/// <param name="Id">As an intelligence feed names it.</param>
/// <param name="Kind">vpn, residential, datacenter or relay.</param>
/// <param name="Exits">Its addresses.</param>
/// <param name="Listed">Share of its addresses that the feed knows.</param>
/// <param name="Confidence">The feed's.</param>
internal sealed record ProxyNetwork(string Id, string Kind, uint[] Exits, double Listed, double Confidence);
