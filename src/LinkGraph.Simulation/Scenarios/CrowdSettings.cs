using LinkGraph.Simulation.Chance;

namespace LinkGraph.Simulation.Scenarios;

/// <summary>Which honest crowds there are: for each kind, how many people it takes for one more of them (there are always two).</summary>
internal sealed record CrowdSettings
{
    public required int PeoplePerCourse { get; init; }

    public required int PeoplePerHackathon { get; init; }

    public required int PeoplePerAgency { get; init; }

    public required int PeoplePerViralTemplate { get; init; }

    public required int PeoplePerPlugin { get; init; }

    public required int PeoplePerVoucher { get; init; }

    public required int PeoplePerEvent { get; init; }

    /// <summary>0: there are none.</summary>
    public int PeoplePerKiosk { get; init; }

    /// <summary>0: there are none.</summary>
    public int PeoplePerClassroom { get; init; }

    /// <summary>How much of what its members do happens at the crowd's addresses.</summary>
    public required Interval There { get; init; }

    /// <summary>How much of what they say comes from the crowd's templates.</summary>
    public required Interval Share { get; init; }
}
