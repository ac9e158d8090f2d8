using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Crowds;

/// <summary>A partner's voucher: one card number with many holders, who come within a month.</summary>
internal static class VoucherCard
{
    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        var country = society.Atlas.Draw(rng);
        var begins = maker.Begins(35);
        return new Crowd(maker.SizeByPeople(40, 160), new Bond
        {
            Country = rng.Chance(0.5) ? country : null,
            SignUp = (begins, begins + (30 * Calendar.Day)),
            Card = society.NewCard(country, rng),
        });
    }
}
