using LinkGraph.Resolution.Evidence;

namespace LinkGraph.Resolution.Lives;

/// <summary>How many accounts of a group have a fact, the account looked at among them.</summary>
internal interface IGroupCounts
{
    int Of(int fact);
}

/// <summary>No group: the account by itself.</summary>
internal readonly struct Alone : IGroupCounts
{
    public int Of(int fact) => 1;
}

/// <summary>Counts of a group's facts; the account itself where nothing was counted.</summary>
internal readonly struct Counted(FactCounter counter) : IGroupCounts
{
    public int Of(int fact) => Math.Max(counter[fact], 1);
}
