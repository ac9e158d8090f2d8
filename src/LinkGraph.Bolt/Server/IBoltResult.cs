using LinkGraph.Bolt.PackStream;

namespace LinkGraph.Bolt.Server;

/// <summary>The rows of a query, computed as they are read.</summary>
public interface IBoltResult : IAsyncDisposable
{
    /// <summary>Names of the columns.</summary>
    IReadOnlyList<string> Fields { get; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False if there is none; then the <see cref="Summary"/> is complete.</returns>
    ValueTask<bool> NextAsync();

    /// <summary>Writes the row, a list of as many values as there are columns.</summary>
    void WriteRow(PackStreamWriter writer);

    /// <summary>Passes over the rows that are left; what the query writes is written.</summary>
    ValueTask DiscardAsync();

    BoltSummary Summary { get; }
}
