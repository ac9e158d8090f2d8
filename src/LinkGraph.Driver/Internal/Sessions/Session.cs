#nullable enable
using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Results;

namespace Neo4j.Driver.Internal.Sessions;

internal sealed class Session(IConnectionProvider provider, AuthToken driverAuth, SessionConfig sessionConfig, Config config)
    : QueryRunner, IAsyncSession, IResultOwner
{
    private readonly RetryLogic _retry = new(config, provider);
    private readonly AuthToken _auth = sessionConfig.AuthToken is null ? driverAuth : AuthToken.From(sessionConfig.AuthToken);
    private Bookmarks _bookmarks = Bookmarks.From(sessionConfig.Bookmarks);
    private string? _database = sessionConfig.Database;
    private Transaction? _transaction;
    private ResultCursor? _result;
    private BoltConnection? _resultConnection;
    private bool _closed;

    public Bookmarks LastBookmarks => _bookmarks;

    public SessionConfig SessionConfig => sessionConfig;

    private long FetchSize => sessionConfig.FetchSize ?? config.FetchSize;

    public override Task<IResultCursor> RunAsync(Query query) => RunAsync(query, null);

    public Task<IResultCursor> RunAsync(string query, Action<TransactionConfigBuilder>? action) => RunAsync(new Query(query), action);

    public Task<IResultCursor> RunAsync(
        string query, IDictionary<string, object> parameters, Action<TransactionConfigBuilder>? action) =>
        RunAsync(new Query(query, parameters), action);

    public async Task<IResultCursor> RunAsync(Query query, Action<TransactionConfigBuilder>? action)
    {
        var transaction = Build(action);
        await PrepareAsync().ConfigureAwait(false);
        var connection = await AcquireAsync(sessionConfig.DefaultAccessMode).ConfigureAwait(false);
        try
        {
            Requests.Telemetry(connection, TelemetryApi.AutoCommit);
            var result = new ResultCursor(
                connection, query, Fields(connection, sessionConfig.DefaultAccessMode, transaction), FetchSize, this);
            await connection.FlushAsync().ConfigureAwait(false);
            _result = result;
            _resultConnection = connection;
            return result;
        }
        catch
        {
            await connection.Pool!.ReleaseAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    public Task<IAsyncTransaction> BeginTransactionAsync() => BeginTransactionAsync(null);

    public async Task<IAsyncTransaction> BeginTransactionAsync(Action<TransactionConfigBuilder>? action)
    {
        var (transaction, _) = await BeginAsync(
            sessionConfig.DefaultAccessMode, Build(action), TelemetryApi.ExplicitTransaction, null).ConfigureAwait(false);
        return transaction;
    }

    public Task<TResult> ExecuteReadAsync<TResult>(
        Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder>? action = null) =>
        ExecuteAsync(AccessMode.Read, work, action);

    public Task ExecuteReadAsync(Func<IAsyncQueryRunner, Task> work, Action<TransactionConfigBuilder>? action = null) =>
        ExecuteAsync(AccessMode.Read, Returning(work), action);

    public Task<TResult> ExecuteWriteAsync<TResult>(
        Func<IAsyncQueryRunner, Task<TResult>> work, Action<TransactionConfigBuilder>? action = null) =>
        ExecuteAsync(AccessMode.Write, work, action);

    public Task ExecuteWriteAsync(Func<IAsyncQueryRunner, Task> work, Action<TransactionConfigBuilder>? action = null) =>
        ExecuteAsync(AccessMode.Write, Returning(work), action);

    public override async Task CloseAsync()
    {
        if (_closed)
            return;
        _closed = true;
        try
        {
            if (_transaction is { } transaction)
                await transaction.CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            await CloseResultAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask OnResultEndedAsync(ResultCursor result, Dictionary<string, object>? metadata)
    {
        if (metadata is not null)
            Remember(metadata);
        if (_resultConnection is { } connection)
        {
            _resultConnection = null;
            await connection.Pool!.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    /// <summary>What a transaction has left behind is what the next one waits for.</summary>
    public void Remember(Dictionary<string, object> metadata)
    {
        if (metadata.GetValueOrDefault("bookmark") is string { Length: > 0 } bookmark)
            _bookmarks = Bookmarks.From(bookmark);
    }

    public async Task ReleaseAsync(Transaction transaction, BoltConnection connection)
    {
        if (ReferenceEquals(_transaction, transaction))
            _transaction = null;
        await connection.Pool!.ReleaseAsync(connection).ConfigureAwait(false);
    }

    /// <summary>A connection for something that is no transaction.</summary>
    public async Task<T> UseConnectionAsync<T>(AccessMode mode, Func<BoltConnection, Task<T>> use)
    {
        var connection = await AcquireAsync(mode).ConfigureAwait(false);
        try
        {
            return await use(connection).ConfigureAwait(false);
        }
        finally
        {
            await connection.Pool!.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    private static Func<IAsyncQueryRunner, Task<bool>> Returning(Func<IAsyncQueryRunner, Task> work) => async runner =>
    {
        await work(runner).ConfigureAwait(false);
        return true;
    };

    private static TransactionConfig Build(Action<TransactionConfigBuilder>? action)
    {
        if (action is null)
            return TransactionConfig.Default;
        var builder = new TransactionConfigBuilder(new TransactionConfig());
        action(builder);
        return builder.Build();
    }

    private async Task<T> ExecuteAsync<T>(
        AccessMode mode, Func<IAsyncQueryRunner, Task<T>> work, Action<TransactionConfigBuilder>? action)
    {
        ArgumentNullException.ThrowIfNull(work);
        var transactionConfig = Build(action);
        MetadataHandler? telemetry = null;
        return await _retry.RunAsync(async () =>
        {
            (var transaction, telemetry) = await BeginAsync(
                mode, transactionConfig, TelemetryApi.TransactionFunction, telemetry).ConfigureAwait(false);
            T result;
            try
            {
                result = await work(new WorkRunner(transaction)).ConfigureAwait(false);
            }
            catch
            {
                await RollBackQuietlyAsync(transaction).ConfigureAwait(false);
                throw;
            }
            if (transaction.IsOpen)
                await transaction.CommitAsync().ConfigureAwait(false);
            else
                transaction.ThrowIfFailed();
            return result;
        }).ConfigureAwait(false);
    }

    private async Task RollBackQuietlyAsync(Transaction transaction)
    {
        if (!transaction.IsOpen)
            return;
        try
        {
            await transaction.RollbackAsync().ConfigureAwait(false);
        }
        catch (Neo4jException error)
        {
            // What failed before is what the application must hear of.
            config.Logger.Warn(error, "Rolling back failed after an error in a transaction function.");
        }
    }

    private async Task<(Transaction Transaction, MetadataHandler? Telemetry)> BeginAsync(
        AccessMode mode, TransactionConfig transactionConfig, TelemetryApi api, MetadataHandler? telemetry)
    {
        await PrepareAsync().ConfigureAwait(false);
        var connection = await AcquireAsync(mode).ConfigureAwait(false);
        try
        {
            telemetry = Requests.Telemetry(connection, api, telemetry);
            var begin = new MetadataHandler();
            Requests.Begin(connection, Fields(connection, mode, transactionConfig), begin);
            connection.InTransaction = true;
            await connection.CompleteAsync(begin).ConfigureAwait(false);
        }
        catch
        {
            await connection.Pool!.ReleaseAsync(connection).ConfigureAwait(false);
            throw;
        }
        _transaction = new Transaction(connection, this, transactionConfig, FetchSize);
        return (_transaction, telemetry);
    }

    /// <summary>One thing at a time: a transaction that is open forbids another, a result that is open is ended.</summary>
    private async Task PrepareAsync()
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(IAsyncSession));
        if (_transaction is { IsOpen: true })
        {
            throw new TransactionNestingException(
                "Please close the currently open transaction object before running more queries or transactions in the session.");
        }
        await CloseResultAsync().ConfigureAwait(false);
    }

    private async Task CloseResultAsync()
    {
        if (_result is not { } result)
            return;
        _result = null;
        await result.CloseAsync().ConfigureAwait(false);
    }

    private async Task<BoltConnection> AcquireAsync(AccessMode mode)
    {
        var connection = await provider
            .AcquireAsync(new Destination(mode, _database, sessionConfig.ImpersonatedUser, _bookmarks, _auth))
            .ConfigureAwait(false);
        if (sessionConfig.AuthToken is not null && connection.Version < Requests.LogonVersion)
        {
            await connection.Pool!.ReleaseAsync(connection).ConfigureAwait(false);
            throw new UnsupportedFeatureException(
                $"Logging on with a token of the session's own needs Bolt {Requests.LogonVersion}; the server speaks {connection.Version}.");
        }
        // The home database may change while a session lives; the session stays where it began.
        _database ??= connection.Database;
        return connection;
    }

    private TransactionFields Fields(BoltConnection connection, AccessMode mode, TransactionConfig transactionConfig) => new()
    {
        Mode = mode,
        Config = transactionConfig,
        Bookmarks = _bookmarks,
        Database = connection.Database ?? _database,
        ImpersonatedUser = sessionConfig.ImpersonatedUser,
        Notifications = sessionConfig.NotificationsConfig,
    };
}
