using LinkGraph.Simulation.Chance;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.Simulation.Crowds;

/// <summary>Makes the crowds of a world, kind by kind.</summary>
internal sealed class CrowdMaker(Society society, Rng rng)
{
    private readonly CrowdSettings _settings = society.Scenario.Crowds;

    /// <summary>What crowds are made from.</summary>
    public Society Society => society;

    public Rng Rng => rng;

    public IEnumerable<Crowd> All() =>
    [
        .. Several(_settings.PeoplePerCourse, Course.Draw),
        .. Several(_settings.PeoplePerHackathon, Hackathon.Draw),
        .. Several(_settings.PeoplePerAgency, Agency.Draw),
        .. Several(_settings.PeoplePerViralTemplate, ViralTemplate.Draw),
        .. Several(_settings.PeoplePerPlugin, EditorPlugin.Draw),
        .. Several(_settings.PeoplePerVoucher, VoucherCard.Draw),
        .. Several(_settings.PeoplePerEvent, GatheredEvent.Draw),
        .. Several(_settings.PeoplePerKiosk, Kiosk.Draw),
        .. Several(_settings.PeoplePerClassroom, Classroom.Draw),
    ];

    /// <summary>How much of a member's life happens there, the same for all of one crowd.</summary>
    public double There() => rng.In(_settings.There);

    /// <summary>How much of a member's words is the crowd's.</summary>
    public double Share() => rng.In(_settings.Share);

    /// <summary>A number of people; in a small world crowds stay small against it.</summary>
    public int Size(int least, int most) => rng.Int(least, Math.Max(least, Math.Min(most, society.People / 20)));

    /// <summary>A size for crowds that grow with the service.</summary>
    public int SizeByPeople(int least, int people) => rng.Int(least, Math.Max(2 * least, society.People / people));

    /// <summary>A moment at which something begins that must end some days before the world does.</summary>
    public long Begins(int daysNeeded) =>
        rng.Time(society.Calendar.Start, society.Calendar.End - (daysNeeded * Places.Calendar.Day));

    private Crowd[] Several(int peoplePerCrowd, Func<CrowdMaker, Crowd> draw) =>
        peoplePerCrowd == 0 ? [] : Many.Of(Math.Max(2, society.People / peoplePerCrowd), () => draw(this));
}
