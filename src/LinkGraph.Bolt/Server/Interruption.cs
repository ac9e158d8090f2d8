namespace LinkGraph.Bolt.Server;

/// <summary>RESETs that have arrived but not been reached in the queue: they end at once what runs before them.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _source = new();
    private int _waiting;
    private bool _isClosed;

    public CancellationToken Token
    {
        get
        {
            lock (_lock)
                return _source.Token;
        }
    }

    /// <summary>Whether requests are to be ignored until a RESET is reached.</summary>
    public bool IsRequested
    {
        get
        {
            lock (_lock)
                return _waiting > 0;
        }
    }

    public void Request()
    {
        CancellationTokenSource source;
        lock (_lock)
        {
            _waiting++;
            source = _source;
        }
        source.Cancel();
    }

    /// <summary>A RESET has been reached.</summary>
    public void Acknowledge()
    {
        lock (_lock)
        {
            if (--_waiting == 0 && !_isClosed)
                _source = new CancellationTokenSource();
        }
    }

    public void Dispose() => _source.Dispose();

    /// <summary>The connection ends, and with it what runs.</summary>
    public void Close()
    {
        CancellationTokenSource source;
        lock (_lock)
        {
            _isClosed = true;
            source = _source;
        }
        source.Cancel();
    }
}
