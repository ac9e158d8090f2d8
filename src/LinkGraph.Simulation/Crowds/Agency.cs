using LinkGraph.Simulation.People;

namespace LinkGraph.Simulation.Crowds;

/// <summary>Freelancers behind an agency's fixed VPN address and with its prompt library.</summary>
internal static class Agency
{
    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        return new Crowd(rng.Int(8, 60), new Bond
        {
            Country = society.Atlas.Draw(rng),
            Addresses = society.Space.Scattered(1),
            There = maker.There(),
            Tasks = society.Vocabulary.NewTemplates(rng, rng.Int(4, 12), 20, 60),
            Share = maker.Share(),
        });
    }
}
