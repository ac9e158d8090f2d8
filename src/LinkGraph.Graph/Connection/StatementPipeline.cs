using LinkGraph.Graph.Catalogue;
using Neo4j.Driver;

namespace LinkGraph.Graph.Connection;

/// <summary>
/// Sends statements of one transaction without waiting for the answer to each, so that the server always has the next one at hand
/// (measured: a quarter less time for a batch of nine statements). The server runs them in order; an error shows with the
/// next call, at the latest with <see cref="CompleteAsync"/>, and what was sent behind it is not run.
/// </summary>
internal sealed class StatementPipeline(IAsyncQueryRunner runner)
{
    /// <summary>Statements sent but not answered: bounds what the server must hold in memory.</summary>
    private const int Ahead = 4;

    /// <summary>Rows in one statement: enough that its cost hides the round trip, few enough that it fits into the server's memory.</summary>
    private const int RowsPerStatement = 5_000;

    private readonly Queue<IResultCursor> _unanswered = new();

    public async Task SendAsync(CypherQuery query, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _unanswered.Enqueue(await runner.RunAsync(query.Text, parameters!));
        if (_unanswered.Count > Ahead)
            await _unanswered.Dequeue().ConsumeAsync();
    }

    /// <summary>Sends a query once for every few thousand rows; not at all where there are none.</summary>
    public async Task SendRowsAsync(
        CypherQuery query, IReadOnlyCollection<object> rows, Dictionary<string, object?> others, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(RowsPerStatement))
            await SendAsync(query, new Dictionary<string, object?>(others) { ["rows"] = chunk }, cancellationToken);
    }

    /// <summary>Waits until all that was sent has been run.</summary>
    public async Task CompleteAsync()
    {
        while (_unanswered.TryDequeue(out var cursor))
            await cursor.ConsumeAsync();
    }
}
