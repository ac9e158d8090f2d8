#nullable enable
using System.Runtime.CompilerServices;
using LinkGraph.Bolt.PackStream;
using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Values;

namespace Neo4j.Driver.Internal.Results;

/// <summary>
/// A result as it comes in. Nothing is read before somebody asks for a record, and no more than the fetch size is asked of the server
/// at a time: that is the back-pressure.
/// </summary>
internal sealed class ResultCursor : IResultCursor
{
    private readonly BoltConnection _connection;
    private readonly IResultOwner _owner;
    private readonly Query _query;
    private readonly long _fetchSize;
    private readonly RunHandler _run;
    private readonly Queue<Record> _records = new();
    private StreamHandler? _stream;
    private RecordKeys? _keys;
    private Record? _current;
    private Exception? _error;
    private ResultSummary? _summary;
    private Dictionary<string, object>? _metadata;
    private bool _errorSeen;
    private bool _discard;
    private bool _hasMore;
    private bool _ended;
    private long _queryId = -1;

    /// <summary>Enqueues RUN and the first PULL; the caller flushes.</summary>
    /// <param name="transaction">Null inside a transaction.</param>
    public ResultCursor(
        BoltConnection connection, Query query, TransactionFields? transaction, long fetchSize, IResultOwner owner)
    {
        (_connection, _query, _fetchSize, _owner) = (connection, query, fetchSize, owner);
        _run = new RunHandler(this);
        Requests.Run(connection, query, transaction, _run);
        _stream = new StreamHandler(this);
        Requests.Pull(connection, fetchSize, -1, _stream);
    }

    public IRecord Current => _current
        ?? throw new InvalidOperationException($"There is no current record: call {nameof(FetchAsync)} first.");

    public bool IsOpen { get; private set; } = true;

    /// <summary>Why the query failed.</summary>
    public Exception? Error => _error;

    public async Task<string[]> KeysAsync()
    {
        if (_keys is not null)
            return _keys.Names;
        ThrowIfClosed();
        while (!_run.IsDone)
            await ReceiveAsync().ConfigureAwait(false);
        if (_keys is null)
        {
            // The failure of RUN is followed by an IGNORED, which must be out of the way too.
            await AdvanceToEndAsync().ConfigureAwait(false);
            ThrowError();
        }
        return _keys!.Names;
    }

    public Task<bool> FetchAsync()
    {
        var fetched = MoveNextAsync();
        return fetched.IsCompletedSuccessfully ? Task.FromResult(fetched.Result) : fetched.AsTask();
    }

    public async Task<IRecord> PeekAsync()
    {
        ThrowIfClosed();
        return await BufferAsync().ConfigureAwait(false) ? _records.Peek() : null!;
    }

    public async Task<IResultSummary> ConsumeAsync()
    {
        IsOpen = false;
        await DiscardAsync().ConfigureAwait(false);
        if (_error is not null)
            ThrowError();
        return Summary();
    }

    public async IAsyncEnumerator<IRecord> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await MoveNextAsync().ConfigureAwait(false))
                yield break;
            yield return Current;
        }
    }

    /// <summary>Ends the result because its session or transaction goes on without it.</summary>
    /// <exception cref="Neo4jException">The query failed and nobody has been told.</exception>
    public async ValueTask CloseAsync()
    {
        IsOpen = false;
        await DiscardAsync().ConfigureAwait(false);
        if (_error is not null && !_errorSeen)
            ThrowError();
    }

    /// <summary>Ends the result because its transaction has failed elsewhere.</summary>
    public void Terminate(Exception cause)
    {
        if (_ended)
            return;
        _ended = true;
        _error ??= new TransactionTerminatedException(
            (cause as Neo4jException)?.Code, "The transaction was terminated by an error in another query.", cause);
    }

    private ValueTask<bool> MoveNextAsync()
    {
        ThrowIfClosed();
        // The usual case: a whole batch lies in the buffer of the connection, and nothing needs to be awaited.
        try
        {
            while (_records.Count == 0 && !_ended && _stream is not null && _connection.TryReceive())
            {
            }
        }
        catch (Neo4jException) when (_error is not null)
        {
            // Thrown below, once the connection has been given back.
        }
        return _records.Count > 0 ? new ValueTask<bool>(TakeNext()) : MoveNextSlowAsync();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> MoveNextSlowAsync() => await BufferAsync().ConfigureAwait(false) ? TakeNext() : TakeNone();

    private bool TakeNext()
    {
        _current = _records.Dequeue();
        return true;
    }

    private bool TakeNone()
    {
        _current = null;
        return false;
    }

    /// <summary>Waits until a record is buffered.</summary>
    /// <returns>False after the last.</returns>
    private async ValueTask<bool> BufferAsync()
    {
        while (_records.Count == 0)
        {
            if (_stream is null && !_ended)
            {
                if (_metadata is not null || _error is not null)
                    await EndAsync().ConfigureAwait(false);
                else if (_hasMore)
                    await RequestMoreAsync().ConfigureAwait(false);
            }
            if (_ended)
            {
                if (_error is not null)
                    ThrowError();
                return false;
            }
            await ReceiveAsync().ConfigureAwait(false);
        }
        return true;
    }

    private async ValueTask DiscardAsync()
    {
        _discard = true;
        _records.Clear();
        _current = null;
        await AdvanceToEndAsync().ConfigureAwait(false);
    }

    private async ValueTask AdvanceToEndAsync()
    {
        while (!_ended)
        {
            if (_stream is not null)
                await ReceiveAsync().ConfigureAwait(false);
            else if (_metadata is not null || _error is not null)
                await EndAsync().ConfigureAwait(false);
            else
                await RequestMoreAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Errors of the connection reach this result through its handlers.</summary>
    private async ValueTask ReceiveAsync()
    {
        try
        {
            await _connection.ReceiveAsync().ConfigureAwait(false);
        }
        catch (Neo4jException) when (_stream is null or { IsDone: true })
        {
            // Told by the handlers, and thrown once the result has been ended.
        }
    }

    private async ValueTask RequestMoreAsync()
    {
        _hasMore = false;
        _stream = new StreamHandler(this);
        if (_discard)
            Requests.Discard(_connection, -1, _queryId, _stream);
        else
            Requests.Pull(_connection, _fetchSize, _queryId, _stream);
        try
        {
            await _connection.FlushAsync().ConfigureAwait(false);
        }
        catch (Neo4jException error)
        {
            _error ??= error;
            _stream = null;
        }
    }

    private async ValueTask EndAsync()
    {
        _ended = true;
        await _owner.OnResultEndedAsync(this, _error is null ? _metadata : null).ConfigureAwait(false);
    }

    private ResultSummary Summary() =>
        _summary ??= new ResultSummary(_query, _connection.Server, _run.Metadata, _metadata ?? []);

    private void ThrowError()
    {
        _errorSeen = true;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_error!);
    }

    private void ThrowIfClosed()
    {
        if (!IsOpen)
        {
            throw new ResultConsumedException(
                "Cannot access records of this result any more: it has been consumed, or the query runner where it was created has "
                + "been closed or has run another query.");
        }
    }

    private sealed class RunHandler(ResultCursor result) : ResponseHandler
    {
        public Dictionary<string, object> Metadata { get; private set; } = [];

        protected override void OnSuccess(Dictionary<string, object> metadata)
        {
            Metadata = metadata;
            result._keys = new RecordKeys(metadata.GetValueOrDefault("fields") is List<object> fields
                ? [.. fields.Select(field => field as string ?? throw new ProtocolException("The name of a field must be a string."))]
                : []);
            if (metadata.GetValueOrDefault("qid") is long queryId)
                result._queryId = queryId;
        }

        protected override void OnFailure(Exception error) => result._error ??= error;
    }

    private sealed class StreamHandler(ResultCursor result) : ResponseHandler
    {
        public override void OnRecord(ref PackStreamReader reader, ValueReader values)
        {
            if (result._keys is not { } keys)
                throw new ProtocolException("The server sent a record before the names of its fields.");
            if (result._discard)
            {
                reader.Skip();
                return;
            }
            var record = values.ReadRecord(ref reader);
            if (record.Length != keys.Names.Length)
                throw new ProtocolException($"A record has {record.Length} values for {keys.Names.Length} fields.");
            result._records.Enqueue(new Record(keys, record));
        }

        protected override void OnSuccess(Dictionary<string, object> metadata)
        {
            result._stream = null;
            if (metadata.GetValueOrDefault("has_more") is true)
                result._hasMore = true;
            else
                result._metadata = metadata;
        }

        protected override void OnFailure(Exception error)
        {
            result._stream = null;
            result._error ??= error;
        }
    }
}
