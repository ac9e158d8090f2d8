using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Crowds;

/// <summary>A hackathon: the hall's address, a handout, a voucher card, one day.</summary>
internal static class Hackathon
{
    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        var country = society.Atlas.Draw(rng);
        var begins = maker.Begins(15);
        return new Crowd(maker.Size(40, 350), new Bond
        {
            Country = country,
            Addresses = society.Space.Scattered(1),
            There = maker.There(),
            Tasks = society.Vocabulary.NewTemplates(rng, 1, 35, 45),
            Share = maker.Share(),
            SignUp = (begins, begins + (12 * Calendar.Hour)),
            Card = society.NewCard(country, rng),
            Activity = 0.7,
        });
    }
}
