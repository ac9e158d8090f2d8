namespace Neo4j.Driver;

/// <summary>The records of a query, as they come in; each can be read once.</summary>
public interface IResultCursor : IAsyncEnumerable<IRecord>
{
    /// <summary>The record that <see cref="FetchAsync"/> has moved to.</summary>
    /// <exception cref="InvalidOperationException">It has not been called, or has returned false.</exception>
    IRecord Current { get; }

    /// <summary>Whether records can still be read.</summary>
    bool IsOpen { get; }

    /// <summary>The names of the fields.</summary>
    Task<string[]> KeysAsync();

    /// <summary>Discards the records that have not been read and tells about the whole.</summary>
    Task<IResultSummary> ConsumeAsync();

    /// <summary>The record that the next <see cref="FetchAsync"/> will move to; null after the last.</summary>
    Task<IRecord> PeekAsync();

    /// <summary>Moves to the next record.</summary>
    /// <returns>False after the last.</returns>
    Task<bool> FetchAsync();
}
