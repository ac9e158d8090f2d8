#nullable enable
namespace Neo4j.Driver.Internal.Sessions;

/// <summary>What sessions and transactions have in common: the ways to name a query, and to be disposed of.</summary>
internal abstract class QueryRunner : IAsyncQueryRunner
{
    public Task<IResultCursor> RunAsync(string query) => RunAsync(new Query(query));

    public Task<IResultCursor> RunAsync(string query, object parameters) => RunAsync(new Query(query, parameters));

    public Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters) => RunAsync(new Query(query, parameters));

    public abstract Task<IResultCursor> RunAsync(Query query);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    public void Dispose()
    {
        // On a thread of the pool: the caller's may be the only one that its continuations can run on.
        Task.Run(CloseAsync).GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    public abstract Task CloseAsync();
}
