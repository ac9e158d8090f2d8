using System.Collections.Concurrent;

namespace LinkGraph.Ingestion.Sources;

/// <summary>Hands out window buffers of one size again and again: they are too large to leave to the garbage collector.</summary>
internal sealed class BufferPool(int size)
{
    private readonly ConcurrentBag<byte[]> _free = [];

    public int Size => size;

    public byte[] Rent() => _free.TryTake(out byte[]? buffer) ? buffer : GC.AllocateUninitializedArray<byte>(size);

    public void Return(byte[] buffer) => _free.Add(buffer);
}
