using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.Crowds;

/// <summary>A course: campus addresses, exercise sheets, often one mail domain and one notebook image, sign-up within a week.</summary>
internal static class Course
{
    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        var begins = maker.Begins(40);
        var image = society.Clients.Any(rng);
        return new Crowd(maker.Size(40, 550), new Bond
        {
            Country = society.Atlas.Draw(rng),
            Addresses = society.Space.Scattered(rng.Int(1, 4)),
            There = maker.There(),
            Tasks = society.Vocabulary.NewTemplates(rng, rng.Int(1, 5), 20, 60),
            Share = maker.Share(),
            SignUp = (begins, begins + (rng.Int(5, 8) * Calendar.Day)),
            MailDomain = rng.Chance(0.75) ? $"{rng.Pick(society.Vocabulary.Words)}.edu" : null,
            MailShare = 0.9,
            Client = new ClientUse(image, Pinned: image.Version(begins)),
            ClientShare = 0.75,
            OwnCard = 0.2,
        });
    }
}
