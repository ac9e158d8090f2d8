using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.People;

/// <summary>A company: one card, an egress, tasks, a mail domain. It is one entity and innocent, or many people: left out of the truth.</summary>
internal static class Company
{
    public static (int Size, Bond Bond) Draw(Society society, Rng rng)
    {
        var country = society.Atlas.Draw(rng);
        var name = $"{rng.Pick(society.Vocabulary.Words)}{rng.Pick(society.Vocabulary.Words)}";
        return (Math.Clamp((int)rng.LogNormal(25, 1) + 3, 4, 400), new Bond
        {
            Country = country,
            Addresses = society.Space.Scattered(rng.Int(1, 3)),
            There = 0.6,
            Tasks = society.Vocabulary.NewTemplates(rng, rng.Int(2, 6), 15, 60),
            Share = 0.5,
            MailDomain = $"{name}.com",
            Card = society.NewCard(country, rng),
            CardShare = 0.6,
            OwnCard = 0,
            Organisation = $"org-{name}",
            Judged = false,
        });
    }
}
