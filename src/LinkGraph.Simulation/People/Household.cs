using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.People;

/// <summary>Two to four people behind one address. Where one card pays for all, it is a matter of taste whether they are one entity.</summary>
internal static class Household
{
    private const double OneCard = 0.25;

    public static (int Size, Bond Bond) Draw(Society society, Rng rng)
    {
        var country = society.Atlas.Draw(rng);
        var provider = rng.Pick(society.Atlas.Aspect(country, rng).Providers);
        var one = rng.Chance(OneCard);
        return (rng.Int(2, 4), new Bond
        {
            Country = country,
            Addresses = [AddressSpace.Within(rng.Pick(provider.Blocks), rng)],
            There = 0.7,
            Card = one ? society.NewCard(country, rng) : null,
            Judged = !one,
        });
    }
}
