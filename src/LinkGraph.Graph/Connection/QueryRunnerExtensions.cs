using System.Runtime.CompilerServices;
using LinkGraph.Graph.Catalogue;
using Neo4j.Driver;

namespace LinkGraph.Graph.Connection;

/// <summary>Running the catalogue's queries in a transaction or session.</summary>
internal static class QueryRunnerExtensions
{
    public static async Task<IResultSummary> ExecuteAsync(
        this IAsyncQueryRunner runner, CypherQuery query, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var cursor = await runner.RunAsync(query.Text, parameters!);
        return await cursor.ConsumeAsync();
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
