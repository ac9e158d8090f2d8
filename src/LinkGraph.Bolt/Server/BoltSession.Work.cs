using LinkGraph.Bolt.Messages;

namespace LinkGraph.Bolt.Server;

/// <summary>Transactions and their results.</summary>
internal sealed partial class BoltSession
{
    private async ValueTask BeginAsync(Request request)
    {
        var work = _work = new Work(TimeoutOf(request), clock, interruption.Token);
        work.Transaction = await backend.BeginAsync(OptionsOf(request), work.Token).ConfigureAwait(false);
        _state = SessionState.TransactionReady;
        responses.Success([]);
    }

    private async ValueTask RunAsync(Request request)
    {
        var started = clock.GetTimestamp();
        var query = new BoltQuery(request.Text, request.Parameters);
        IBoltResult result;
        if (_state == SessionState.Ready)
        {
            var work = _work = new Work(TimeoutOf(request), clock, interruption.Token);
            result = await backend.RunAsync(query, OptionsOf(request), work.Token).ConfigureAwait(false);
        }
        else
        {
            ThrowIfExpired();
            result = await _work!.Transaction!.RunAsync(query, _work.Token).ConfigureAwait(false);
        }

        var id = _work!.Add(result);
        Dictionary<string, object?> answer = new() { ["fields"] = result.Fields, ["t_first"] = MillisecondsSince(started) };
        if (_work.Transaction is not null)
            answer["qid"] = id;
        responses.Success(answer);
        _state = _work.Transaction is null ? SessionState.Streaming : SessionState.TransactionStreaming;
    }

    private async ValueTask StreamAsync(Request request)
    {
        ThrowIfExpired();
        var started = clock.GetTimestamp();
        var work = _work!;
        var rows = request.NumberOf("n") ?? throw BoltFailureException.Invalid($"{Request.Name(request.Tag)} does not say how many rows.");
        if (rows is 0 or < -1)
            throw BoltFailureException.Invalid($"{Request.Name(request.Tag)} cannot be asked for {rows} rows.");
        var id = request.NumberOf("qid") ?? -1;
        if (!work.TryFind(id, out var stream))
            throw BoltFailureException.Invalid($"No query of this transaction has the id {id}.");

        var hasMore = request.Tag == RequestTag.Pull
            ? await PullAsync(stream, rows, work.Token).ConfigureAwait(false)
            : await DiscardAsync(stream, rows, work.Token).ConfigureAwait(false);
        if (hasMore)
        {
            responses.Success(new() { ["has_more"] = true });
            return;
        }

        var answer = Summarize(stream.Result.Summary);
        answer["t_last"] = MillisecondsSince(started);
        await work.RemoveAsync(stream).ConfigureAwait(false);
        if (work.Transaction is null)
        {
            await EndWorkAsync().ConfigureAwait(false);
            answer["bookmark"] = backend.Bookmark();
            _state = SessionState.Ready;
        }
        else
        {
            _state = work.HasStreams ? SessionState.TransactionStreaming : SessionState.TransactionReady;
        }
        responses.Success(answer);
    }

    /// <returns>Whether there are more.</returns>
    private async ValueTask<bool> PullAsync(OpenStream stream, long rows, CancellationToken cancellationToken)
    {
        var hasRow = stream.HasRow ??= await stream.Result.NextAsync().ConfigureAwait(false);
        while (hasRow && rows-- != 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            responses.Record(stream.Result);
            // The socket's pace is the query's pace.
            if (responses.IsFull)
                await responses.FlushAsync().ConfigureAwait(false);
            stream.HasRow = hasRow = await stream.Result.NextAsync().ConfigureAwait(false);
        }
        return hasRow;
    }

    private static async ValueTask<bool> DiscardAsync(OpenStream stream, long rows, CancellationToken cancellationToken)
    {
        if (rows < 0)
        {
            if (stream.HasRow != false)
                await stream.Result.DiscardAsync().ConfigureAwait(false);
            return false;
        }
        var hasRow = stream.HasRow ??= await stream.Result.NextAsync().ConfigureAwait(false);
        while (hasRow && rows-- != 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            stream.HasRow = hasRow = await stream.Result.NextAsync().ConfigureAwait(false);
        }
        return hasRow;
    }

    private async ValueTask CommitAsync()
    {
        ThrowIfExpired();
        await _work!.Transaction!.CommitAsync().ConfigureAwait(false);
        await EndWorkAsync().ConfigureAwait(false);
        _state = SessionState.Ready;
        responses.Success(new() { ["bookmark"] = backend.Bookmark() });
    }

    private async ValueTask RollbackAsync()
    {
        await EndWorkAsync().ConfigureAwait(false);
        _state = SessionState.Ready;
        responses.Success([]);
    }

    private void ThrowIfExpired()
    {
        if (_work is { HasExpired: true })
            throw BoltFailureException.LeftAlone();
    }

    private long MillisecondsSince(long started) => (long)clock.GetElapsedTime(started).TotalMilliseconds;

    private static TimeSpan? TimeoutOf(Request request) => request.NumberOf("tx_timeout") switch
    {
        null or 0 => null,
        < 0 => throw BoltFailureException.Invalid("A transaction cannot have a negative timeout."),
        // Longer than a timer can be set is as good as none.
        > uint.MaxValue - 1 => null,
        { } milliseconds => TimeSpan.FromMilliseconds(milliseconds),
    };

    private static BoltTransactionOptions OptionsOf(Request request) =>
        new() { Database = request.TextOf("db"), IsReadOnly = request.TextOf("mode") == "r" };

    private static Dictionary<string, object?> Summarize(BoltSummary summary)
    {
        Dictionary<string, object?> answer = new() { ["type"] = summary.Type, ["db"] = summary.Database };
        if (summary.Statistics is { } statistics)
            answer["stats"] = statistics;
        if (summary.Plan is { } plan)
            answer["plan"] = plan;
        if (summary.Profile is { } profile)
            answer["profile"] = profile;
        return answer;
    }
}
