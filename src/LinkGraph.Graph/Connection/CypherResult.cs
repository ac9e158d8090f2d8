using Neo4j.Driver;

namespace LinkGraph.Graph.Connection;

/// <summary>A query's result while it streams: columns at once, records one by one, the summary after the last.</summary>
public sealed class CypherResult : IAsyncDisposable
{
    private readonly IAsyncSession _session;
    private readonly IResultCursor _cursor;

    internal CypherResult(IAsyncSession session, IResultCursor cursor, IReadOnlyList<string> keys)
    {
        _session = session;
        _cursor = cursor;
        Keys = keys;
    }

    /// <summary>Names of the columns, in order; none for a query that returns nothing.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Records as they arrive; values are the driver's.</summary>
    public async IAsyncEnumerable<IReadOnlyList<object?>> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _cursor.FetchAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var record = _cursor.Current;
            var values = new object?[Keys.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = record[Keys[i]];
            yield return values;
        }
    }

    /// <summary>Ends the query, passing over records not read, and says what it changed.</summary>
    public async Task<IResultSummary> FinishAsync() => await _cursor.ConsumeAsync();

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
