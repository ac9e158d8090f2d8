using System.Globalization;

namespace LinkGraph.Benchmarks.Hub;

/// <summary>One measurement of the sweep.</summary>
/// <param name="Proxy">True: a proxy; false: one address.</param>
/// <param name="Honest">Honest users of the hub.</param>
/// <param name="Accounts">Accounts of the operator on it.</param>
/// <param name="Caught">Of these, the ones in a cluster with five fakes or more: nobody is absorbed beside an operator that is not seen.</param>
/// <param name="Absorbed">Honest users in a cluster with five fakes or more.</param>
/// <param name="Anyway">Of the absorbed, the ones who are absorbed without the hub too.</param>
internal sealed record HubPoint(bool Proxy, int Honest, int Accounts, int Caught, int Absorbed, int Anyway)
{
    public string Kind => Proxy ? "a proxy" : "an address";

    /// <summary>0 to 1.</summary>
    public double Share => (double)Absorbed / Honest;

    public string Cell => Absorbed == 0 ? "0" : string.Create(
        CultureInfo.InvariantCulture, $"{Absorbed:N0} ({Share:0.00%}{(Anyway > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Anyway:N0} without it too") : "")})");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind} with {Honest:N0} honest users and {Accounts:N0} of an operator, {Caught:N0} of them caught: absorbed {Cell}");
}
