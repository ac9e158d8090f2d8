using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;
using LinkGraph.Simulation.Tools;

namespace LinkGraph.Simulation.Crowds;

/// <summary>
/// A school whose devices are managed: one image, the school's addresses, its mail domain, worksheets in lessons that all attend. Its
/// pupils use the service nowhere else.
/// </summary>
internal static class Classroom
{
    private const long Lesson = 50 * 60;

    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        var begins = maker.Begins(45);
        var image = society.Clients.Any(rng);
        var lessons = Many.Of(rng.Int(6, 20), () => begins + (rng.Int(0, 40) * Calendar.Day) + (rng.Int(0, 6) * Calendar.Hour));
        Array.Sort(lessons);
        return new Crowd(maker.Size(18, 260), new Bond
        {
            Country = society.Atlas.Draw(rng),
            Addresses = society.Space.Scattered(rng.Int(1, 2)),
            There = 1,
            Tasks = society.Vocabulary.NewTemplates(rng, rng.Int(2, 6), 25, 85),
            Share = rng.In((0.7, 0.95)),
            SignUp = (lessons[0], lessons[0] + Lesson),
            MailDomain = $"{rng.Pick(society.Vocabulary.Words)}.edu",
            Client = new ClientUse(image, Pinned: image.Version(begins)),
            OwnCard = 0,
            When = new Sessions(lessons, Lesson),
        });
    }
}
