namespace LinkGraph.Ingestion.Sources;

/// <summary>A stream whose first bytes have been read already and are given again.</summary>
internal sealed class PrefixStream(byte[] prefix, Stream rest) : ForwardStream(rest)
{
    private int _given;

    public override int Read(Span<byte> buffer) => _given < prefix.Length ? Give(buffer) : Inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _given < prefix.Length ? ValueTask.FromResult(Give(buffer.Span)) : Inner.ReadAsync(buffer, cancellationToken);

    private int Give(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, prefix.Length - _given);
        prefix.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
