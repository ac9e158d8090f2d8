namespace LinkGraph.Ingestion.Sources;

/// <summary>
/// A stream of which a read can be given up. That of standard input waits for input whatever its token says, and a run that is stopped
/// would wait with it. What a read that was given up still brings goes into a buffer that nobody else uses.
/// </summary>
internal sealed class AbandonableStream(Stream inner) : ForwardStream(inner)
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    public override int Read(Span<byte> buffer) => Inner.Read(buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Memory<byte> own = _buffer.AsMemory(0, Math.Min(buffer.Length, _buffer.Length));
        // On a thread of its own: a stream that is not asynchronous may wait before it returns a task.
        Task<int> reading = Task.Run(async () => await Inner.ReadAsync(own, cancellationToken), CancellationToken.None);
        int read = await reading.WaitAsync(cancellationToken);
        own[..read].CopyTo(buffer);
        return read;
    }
}
