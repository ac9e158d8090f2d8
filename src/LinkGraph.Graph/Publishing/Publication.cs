namespace LinkGraph.Graph.Publishing;

/// <summary>What publishing a resolution has written.</summary>
public sealed record Publication
{
    public int OperatorsCreated { get; init; }

    public int OperatorsUpdated { get; init; }

    public int OperatorsEnded { get; init; }

    /// <summary>Memberships begun, or held with another confidence than before.</summary>
    public int MembershipsSet { get; init; }

    public int MembershipsEnded { get; init; }

    public int LinksSet { get; init; }

    public int LinksRemoved { get; init; }

    public int UsesSet { get; init; }

    public int UsesRemoved { get; init; }

    /// <summary>False where the graph held exactly this resolution: nothing was written then, no run either.</summary>
    public bool HasChanges => this != new Publication();

    internal Dictionary<string, object?> ToProperties() => new()
    {
        ["operatorsCreated"] = OperatorsCreated,
        ["operatorsUpdated"] = OperatorsUpdated,
        ["operatorsEnded"] = OperatorsEnded,
        ["membershipsSet"] = MembershipsSet,
        ["membershipsEnded"] = MembershipsEnded,
        ["linksSet"] = LinksSet,
        ["linksRemoved"] = LinksRemoved,
        ["usesSet"] = UsesSet,
        ["usesRemoved"] = UsesRemoved,
    };

    internal static Publication FromProperties(IReadOnlyDictionary<string, object> properties)
    {
        int Count(string name) => properties.TryGetValue(name, out var value) && value is long count ? (int)count : 0;
        return new Publication
        {
            OperatorsCreated = Count("operatorsCreated"),
            OperatorsUpdated = Count("operatorsUpdated"),
            OperatorsEnded = Count("operatorsEnded"),
            MembershipsSet = Count("membershipsSet"),
            MembershipsEnded = Count("membershipsEnded"),
            LinksSet = Count("linksSet"),
            LinksRemoved = Count("linksRemoved"),
            UsesSet = Count("usesSet"),
            UsesRemoved = Count("usesRemoved"),
        };
    }
}
