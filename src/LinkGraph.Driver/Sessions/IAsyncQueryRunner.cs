namespace Neo4j.Driver;

/// <summary>
/// Runs queries, inside a transaction or (a session) each in one of its own. A query's errors may come only with its result.
/// </summary>
public interface IAsyncQueryRunner : IAsyncDisposable, IDisposable
{
    Task<IResultCursor> RunAsync(string query);

    /// <param name="parameters">An object whose public properties are the parameters.</param>
    Task<IResultCursor> RunAsync(string query, object parameters);

    Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters);

    Task<IResultCursor> RunAsync(Query query);
}
