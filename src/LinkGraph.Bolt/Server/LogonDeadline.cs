namespace LinkGraph.Bolt.Server;

/// <summary>Until when somebody must have logged on over a connection. Safe for use by several threads.</summary>
internal sealed class LogonDeadline(TimeSpan limit, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource _source = new(limit, clock);
    private volatile bool _isWaiting = true;

    /// <summary>Cancelled when it is too late.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether nobody has logged on.</summary>
    public bool IsWaiting => _isWaiting;

    /// <summary>Somebody has logged on, or off again.</summary>
    public void Set(bool isWaiting)
    {
        _isWaiting = isWaiting;
        _source.CancelAfter(isWaiting ? limit : Timeout.InfiniteTimeSpan);
    }

    /// <summary>It is too late now.</summary>
    public async Task ExpireAsync()
    {
        _isWaiting = false;
        try
        {
            await _source.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // The connection has ended in the meantime.
        }
    }

    public void Dispose() => _source.Dispose();
}
