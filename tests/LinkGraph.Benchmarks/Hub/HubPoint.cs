namespace LinkGraph.Benchmarks.Hub;

/// <summary>One measurement of the sweep.</summary>
internal sealed record HubPoint(bool Proxy, int Honest, int Accounts, int Absorbed)
{
    public string Kind => Proxy ? "a proxy" : "an address";

    /// <summary>0 to 1.</summary>
    public double Share => (double)Absorbed / Honest;
}
