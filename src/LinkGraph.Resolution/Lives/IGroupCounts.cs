using LinkGraph.Resolution.Contexts;

namespace LinkGraph.Resolution.Lives;

/// <summary>A group that an account is looked at beside, the account among it.</summary>
internal interface IGroupCounts
{
    int Size { get; }

    /// <summary>How many of the group have a fact.</summary>
    int Of(int fact);

    /// <summary>How many of the group are of a country.</summary>
    int People(int country);
}

/// <summary>No group: the account by itself.</summary>
internal readonly struct Alone : IGroupCounts
{
    public int Size => 1;

    public int Of(int fact) => 1;

    public int People(int country) => 1;
}

/// <summary>Counts of a group's facts; the account itself where nothing was counted.</summary>
internal readonly struct Counted(GroupCounter counter) : IGroupCounts
{
    public int Size => counter.Members;

    public int Of(int fact) => Math.Max(counter[fact], 1);

    public int People(int country) => counter.People[country];
}
