using LinkGraph.Simulation.Accounts;
using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.People;

/// <summary>Where a person is: with the others, on the phone, at a venue, behind a VPN or a rented exit, and else at home. Empty or null: never there.</summary>
internal sealed record PersonPlaces(Bond Bond, uint[] Phone, uint[] Venues, IWhereabouts? Vpn, Home Home) : IWhereabouts
{
    private const double OnPhone = 0.4;
    private const double AtVenue = 0.35;
    private const double BehindVpn = 0.5;

    public uint At(long time, Rng rng)
    {
        if (Bond.Addresses.Length > 0 && rng.Chance(Bond.There))
            return rng.Pick(Bond.Addresses);
        if (Phone.Length > 0 && rng.Chance(OnPhone))
            return rng.Pick(Phone);
        if (Venues.Length > 0 && rng.Chance(AtVenue))
            return rng.Pick(Venues);
        if (Vpn is not null && rng.Chance(BehindVpn))
            return Vpn.At(time, rng);
        return Home.At(time);
    }
}
