namespace Neo4j.Driver;

/// <summary>A sequence of transactions, each of which sees what the ones before have done. For one thread at a time.</summary>
public interface IAsyncSession : IAsyncQueryRunner
{
    /// <summary>What the last transaction left behind, or the bookmarks that the session was given.</summary>
    Bookmarks LastBookmarks { get; }

    SessionConfig SessionConfig { get; }

    Task<IAsyncTransaction> BeginTransactionAsync();

    Task<IAsyncTransaction> BeginTransactionAsync(Action<TransactionConfigBuilder> action);

    /// <summary>
    /// Runs <paramref name="work"/> in a transaction, and again in another while errors that may pass go on, up to
    /// <see cref="Config.MaxTransactionRetryTime"/>. The work must be safe to run twice: the reply to a commit can be lost.
    /// </summary>
    Task<TResult> ExecuteReadAsync<TResult>(
        Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder> action = null);

    /// <inheritdoc cref="ExecuteReadAsync{TResult}"/>
    Task ExecuteReadAsync(Func<IAsyncQueryRunner, Task> work, Action<TransactionConfigBuilder> action = null);

    /// <inheritdoc cref="ExecuteReadAsync{TResult}"/>
    Task<TResult> ExecuteWriteAsync<TResult>(
        Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder> action = null);

    /// <inheritdoc cref="ExecuteReadAsync{TResult}"/>
    Task ExecuteWriteAsync(Func<IAsyncQueryRunner, Task> work, Action<TransactionConfigBuilder> action = null);

    /// <summary>Rolls back what is open and gives the connection back.</summary>
    Task CloseAsync();

    Task<IResultCursor> RunAsync(string query, Action<TransactionConfigBuilder> action = null);

    Task<IResultCursor> RunAsync(
        string query, IDictionary<string, object> parameters, Action<TransactionConfigBuilder> action = null);

    Task<IResultCursor> RunAsync(Query query, Action<TransactionConfigBuilder> action = null);
}
