using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Running;

/// <summary>A result: the names of its columns and its rows.</summary>
public sealed record TckTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<TckValue>> Rows)
{
    /// <summary>Of a query that returns nothing.</summary>
    public static TckTable Empty { get; } = new([], []);
}
