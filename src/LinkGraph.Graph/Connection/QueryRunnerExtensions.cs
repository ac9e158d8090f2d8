using System.Runtime.CompilerServices;
using LinkGraph.Graph.Catalogue;
using Neo4j.Driver;

namespace LinkGraph.Graph.Connection;

/// <summary>Running the catalogue's queries in a transaction or session.</summary>
internal static class QueryRunnerExtensions
{
    /// <summary>Rows in one statement: enough that its cost hides the round trip, few enough that it fits into the server's memory.</summary>
    public const int RowsPerStatement = 5_000;

    public static async Task<IResultSummary> ExecuteAsync(
        this IAsyncQueryRunner runner, CypherQuery query, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var cursor = await runner.RunAsync(query.Text, parameters!);
        return await cursor.ConsumeAsync();
    }

    /// <summary>Runs a query once for every few thousand rows; not at all where there are none.</summary>
    public static async Task ExecuteRowsAsync(
        this IAsyncQueryRunner runner, CypherQuery query, IReadOnlyCollection<object> rows, Dictionary<string, object?> others,
        CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(RowsPerStatement))
            await runner.ExecuteAsync(query, new Dictionary<string, object?>(others) { ["rows"] = chunk }, cancellationToken);
    }

    /// <summary>The first record, null where there is none.</summary>
    public static async Task<IRecord?> FirstOrDefaultAsync(
        this IAsyncQueryRunner runner, CypherQuery query, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var cursor = await runner.RunAsync(query.Text, parameters!);
        var first = await cursor.FetchAsync() ? cursor.Current : null;
        await cursor.ConsumeAsync();
        return first;
    }

    public static async IAsyncEnumerable<IRecord> StreamAsync(
        this IAsyncQueryRunner runner, CypherQuery query, Dictionary<string, object?> parameters,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var cursor = await runner.RunAsync(query.Text, parameters!);
        while (await cursor.FetchAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return cursor.Current;
        }
    }
}
