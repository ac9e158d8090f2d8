using LinkGraph.Simulation.People;
using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Crowds;

/// <summary>A template that goes viral in an afternoon; half of those who use it signed up for it then.</summary>
internal static class ViralTemplate
{
    public static Crowd Draw(CrowdMaker maker)
    {
        var (society, rng) = (maker.Society, maker.Rng);
        var begins = maker.Begins(12);
        return new Crowd(maker.SizeByPeople(50, 90), new Bond
        {
            Tasks = society.Vocabulary.NewTemplates(rng, 1, 20, 60),
            Share = Math.Min(0.8, maker.Share() + 0.1),
            SignUp = (begins, begins + (7 * Calendar.Hour)),
            SignUpShare = 0.55,
            Activity = 0.45,
        });
    }
}
