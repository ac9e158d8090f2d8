using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Places;

/// <summary>
/// Exits rented by the day: from midnight to midnight UTC each has one tenant, the day after another. People rent them as operators do.
/// </summary>
/// <param name="network">The exits.</param>
/// <param name="seed">Another seed is another order of tenants.</param>
internal sealed class DayExits(ProxyNetwork network, ulong seed)
{
    /// <summary>Fewest exits: every tenant has some.</summary>
    public const int Fewest = 8 * Tenants;

    private const int Tenants = 64;
    private const int OperatorTenants = Tenants / 2;

    public ProxyNetwork Network => network;

    /// <summary>Where an account of an operator is.</summary>
    /// <param name="number">Of the operator: the first 32 are tenants of their own.</param>
    /// <param name="key">Tells the account from others.</param>
    public IWhereabouts OfOperator(int number, ulong key) => new Tenancy(this, number % OperatorTenants, key);

    /// <summary>Where a person is who rents as well.</summary>
    public IWhereabouts OfPerson(ulong key) => new Tenancy(this, OperatorTenants + (int)(key % (Tenants - OperatorTenants)), key);

    private uint At(int tenant, ulong key, long day)
    {
        // every day the exits are dealt out anew, in steps that share no factor with their number: nobody gets another's
        var exits = (ulong)network.Exits.Length;
        var deal = new Rng(Rng.Mix(seed + (ulong)day));
        var (first, step) = (deal.Below(exits), deal.CoprimeTo(exits));
        var hand = Rng.Mix(key + (ulong)day) % (exits / Tenants);
        return network.Exits[(first + (((hand * Tenants) + (ulong)tenant) * step)) % exits];
    }

    private sealed class Tenancy(DayExits exits, int tenant, ulong key) : IWhereabouts
    {
        private (long Day, uint Exit) _today = (-1, 0);

        public uint At(long time, Rng rng)
        {
            var day = time / Calendar.Day;
            if (_today.Day != day)
                _today = (day, exits.At(tenant, key, day));
            return _today.Exit;
        }
    }
}
