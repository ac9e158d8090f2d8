using LinkGraph.Simulation.Places;

namespace LinkGraph.Simulation.Scenarios;

/// <summary>One kind of world, as data: everything that tells it from the others.</summary>
internal sealed record Scenario
{
    public required string Name { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Description { get; init; }

    public required Calendar Calendar { get; init; }

    public required PeopleSettings People { get; init; }

    public required CrowdSettings Crowds { get; init; }

    public required RentalSettings Rental { get; init; }

    /// <summary>The operators there are, largest first.</summary>
    public required IReadOnlyList<OperatorSettings> Operators { get; init; }

    /// <summary>Honest accounts below which operators shrink in proportion; 0: operators are as large as they are.</summary>
    public int OperatorsShrinkBelow { get; init; }

    /// <summary>True where every exchange is written; false: a busy account's are thinned out, so that worlds of busy operators stay small.</summary>
    public required bool FullVolume { get; init; }

    /// <summary>Whether crowds are there unless the caller says otherwise.</summary>
    public required bool Lookalikes { get; init; }
}
