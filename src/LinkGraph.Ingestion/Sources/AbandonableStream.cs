namespace LinkGraph.Ingestion.Sources;

/// <summary>
/// A stream of which a read can be given up. That of standard input waits for input whatever its token says, and a run that is stopped
/// would wait with it. What a read that was given up still brings goes into a buffer that nobody else uses.
/// </summary>
internal sealed class AbandonableStream(Stream inner) : Stream
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Memory<byte> own = _buffer.AsMemory(0, Math.Min(buffer.Length, _buffer.Length));
        // On a thread of its own: a stream that is not asynchronous may wait before it returns a task.
        Task<int> reading = Task.Run(async () => await inner.ReadAsync(own, cancellationToken), CancellationToken.None);
        int read = await reading.WaitAsync(cancellationToken);
        own[..read].CopyTo(buffer);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
