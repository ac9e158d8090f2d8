using System.Threading.Channels;

namespace LinkGraph.Bolt.Server;

/// <summary>Messages between the loop that reads them and the one that answers; bounded in number and bytes.</summary>
internal sealed class RequestQueue(int mostMessages, int mostBytes) : IDisposable
{
    private readonly Channel<ReadOnlyMemory<byte>> _messages =
        Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly SemaphoreSlim _taken = new(0);
    private int _count;
    private long _bytes;

    /// <summary>Adds a message, and waits while there are too many for more to be read.</summary>
    public async ValueTask AddAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _bytes, message.Length);
        Interlocked.Increment(ref _count);
        _messages.Writer.TryWrite(message);
        while (Volatile.Read(ref _count) >= mostMessages || Interlocked.Read(ref _bytes) >= mostBytes)
            await _taken.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Complete() => _messages.Writer.TryComplete();

    public void Dispose() => _taken.Dispose();

    public bool TryTake(out ReadOnlyMemory<byte> message)
    {
        if (!_messages.Reader.TryRead(out message))
            return false;
        Interlocked.Add(ref _bytes, -message.Length);
        Interlocked.Decrement(ref _count);
        if (_taken.CurrentCount == 0)
            _taken.Release();
        return true;
    }

    /// <returns>False if no more will come.</returns>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _messages.Reader.WaitToReadAsync(cancellationToken);
}
