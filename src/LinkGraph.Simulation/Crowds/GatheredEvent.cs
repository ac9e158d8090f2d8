using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Crowds;

/// <summary>A conference or an office: one egress, sign-up on one day, a handout that some use.</summary>
internal static class GatheredEvent
{
    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        var begins = maker.Begins(10);
        return new Crowd(maker.Size(20, 300), new Bond
        {
            Country = rng.Chance(0.7) ? society.Atlas.Draw(rng) : null,
            Addresses = society.Space.Scattered(rng.Int(1, 2)),
            There = maker.There(),
            Tasks = society.Vocabulary.NewTemplates(rng, 1, 30, 60),
            Share = maker.Share() / 2,
            SignUp = (begins, begins + (12 * Calendar.Hour)),
            Activity = 0.4,
        });
    }
}
