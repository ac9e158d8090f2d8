#nullable enable
namespace Neo4j.Driver.Internal.Sessions;

/// <summary>What a unit of work sees of its transaction: to commit or roll back is not its business.</summary>
internal sealed class WorkRunner(Transaction transaction) : IAsyncQueryRunner
{
    public Task<IResultCursor> RunAsync(string query) => transaction.RunAsync(query);

    public Task<IResultCursor> RunAsync(string query, object parameters) => transaction.RunAsync(query, parameters);

    public Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters) => transaction.RunAsync(query, parameters);

    public Task<IResultCursor> RunAsync(Query query) => transaction.RunAsync(query);

    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    public void Dispose() => transaction.Dispose();
}
