using System.Diagnostics.CodeAnalysis;

namespace LinkGraph.Bolt.Server;

/// <summary>A transaction with its open results; for an auto-commit query that one result.</summary>
internal sealed class Work : IAsyncDisposable
{
    private readonly CancellationToken _interrupted;
    private readonly CancellationTokenSource? _timeout;
    private readonly CancellationTokenSource _ended;
    private readonly List<OpenStream> _streams = [];
    private long _queries;

    public Work(TimeSpan? timeout, TimeProvider clock, CancellationToken interrupted)
    {
        _interrupted = interrupted;
        _timeout = timeout is { } limit ? new CancellationTokenSource(limit, clock) : null;
        _ended = CancellationTokenSource.CreateLinkedTokenSource(interrupted, _timeout?.Token ?? CancellationToken.None);
    }

    /// <summary>Null for an auto-commit query.</summary>
    public IBoltTransaction? Transaction { get; set; }

    /// <summary>Rolled back because the client did not come back.</summary>
    public bool HasExpired { get; set; }

    /// <summary>Ends what runs: RESET, the end of the connection, or the timeout that the client has set.</summary>
    public CancellationToken Token => _ended.Token;

    public bool IsTimedOut => !_interrupted.IsCancellationRequested && _timeout is { IsCancellationRequested: true };

    public bool HasStreams => _streams.Count > 0;

    /// <returns>The id of the query in its transaction.</returns>
    public long Add(IBoltResult result)
    {
        _streams.Add(new OpenStream(_queries, result));
        return _queries++;
    }

    /// <summary>The result of a query; that of the last one for -1.</summary>
    public bool TryFind(long id, [NotNullWhen(true)] out OpenStream? stream)
    {
        var wanted = id == -1 ? _queries - 1 : id;
        stream = _streams.Find(s => s.Id == wanted);
        return stream is not null;
    }

    public ValueTask RemoveAsync(OpenStream stream)
    {
        _streams.Remove(stream);
        return stream.Result.DisposeAsync();
    }

    public async ValueTask RollBackAsync()
    {
        foreach (var stream in _streams)
            await stream.Result.DisposeAsync().ConfigureAwait(false);
        _streams.Clear();
        if (Transaction is { } transaction)
            await transaction.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await RollBackAsync().ConfigureAwait(false);
        _ended.Dispose();
        _timeout?.Dispose();
    }
}
