#nullable enable
using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Results;

namespace Neo4j.Driver.Internal.Sessions;

/// <summary>
/// A transaction on its own connection. The first error ends it: the connection is given back, which resets it, and the server rolls
/// back.
/// </summary>
internal sealed class Transaction(BoltConnection connection, Session session, TransactionConfig config, long fetchSize)
    : QueryRunner, IAsyncTransaction, IResultOwner
{
    private readonly List<ResultCursor> _results = [];
    private State _state = State.Active;
    private Exception? _cause;
    private bool _released;

    private enum State
    {
        Active,
        Committed,
        RolledBack,
        Failed,
    }

    public TransactionConfig TransactionConfig => config;

    public bool IsOpen => _state == State.Active;

    public override async Task<IResultCursor> RunAsync(Query query)
    {
        ThrowIfNotActive("run a query in");
        var result = new ResultCursor(connection, query, null, fetchSize, this);
        _results.Add(result);
        try
        {
            await connection.FlushAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await FailAsync(error).ConfigureAwait(false);
            throw;
        }
        return result;
    }

    public async Task CommitAsync()
    {
        ThrowIfNotActive("commit");
        var handler = new MetadataHandler();
        try
        {
            await CloseResultsAsync().ConfigureAwait(false);
            Requests.Commit(connection, handler);
            await connection.CompleteAsync(handler).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await FailAsync(error).ConfigureAwait(false);
            throw;
        }
        _state = State.Committed;
        connection.InTransaction = false;
        session.Remember(handler.Metadata);
        await ReleaseAsync().ConfigureAwait(false);
    }

    public async Task RollbackAsync()
    {
        if (_state == State.Failed)
            return;
        ThrowIfNotActive("roll back");
        var handler = new MetadataHandler();
        try
        {
            await CloseResultsAsync().ConfigureAwait(false);
            Requests.Rollback(connection, handler);
            await connection.CompleteAsync(handler).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await FailAsync(error).ConfigureAwait(false);
            throw;
        }
        _state = State.RolledBack;
        connection.InTransaction = false;
        await ReleaseAsync().ConfigureAwait(false);
    }

    public override async Task CloseAsync()
    {
        if (IsOpen)
            await RollbackAsync().ConfigureAwait(false);
    }

    public async ValueTask OnResultEndedAsync(ResultCursor result, Dictionary<string, object>? metadata)
    {
        if (metadata is null)
            await FailAsync(result.Error!).ConfigureAwait(false);
    }

    /// <summary>A unit of work may swallow the error that has ended its transaction; its caller must not take that for success.</summary>
    public void ThrowIfFailed()
    {
        if (_state == State.Failed)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_cause!);
    }

    private async Task CloseResultsAsync()
    {
        foreach (var result in _results)
            await result.CloseAsync().ConfigureAwait(false);
    }

    private async Task FailAsync(Exception error)
    {
        if (_state != State.Active)
            return;
        _state = State.Failed;
        _cause = error;
        foreach (var result in _results)
            result.Terminate(error);
        await ReleaseAsync().ConfigureAwait(false);
    }

    private async Task ReleaseAsync()
    {
        if (_released)
            return;
        _released = true;
        await session.ReleaseAsync(this, connection).ConfigureAwait(false);
    }

    private void ThrowIfNotActive(string action)
    {
        switch (_state)
        {
            case State.Committed:
                throw new TransactionClosedException($"Cannot {action} this transaction, because it has already been committed.");
            case State.RolledBack:
                throw new TransactionClosedException($"Cannot {action} this transaction, because it has already been rolled back.");
            case State.Failed:
                throw new TransactionTerminatedException(
                    (_cause as Neo4jException)?.Code,
                    $"Cannot {action} this transaction, because it has been rolled back either because of an error or explicit "
                    + "termination.",
                    _cause!);
        }
    }
}
