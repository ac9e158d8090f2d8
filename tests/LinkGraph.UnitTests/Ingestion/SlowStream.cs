namespace LinkGraph.UnitTests.Ingestion;

/// <summary>Gives at most so many bytes at a time.</summary>
internal sealed class SlowStream(byte[] bytes, int block) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, block));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, block)], cancellationToken);
}
