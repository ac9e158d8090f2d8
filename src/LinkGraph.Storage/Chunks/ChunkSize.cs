namespace LinkGraph.Storage.Chunks;

/// <summary>Where an id lies: the chunk is its upper bits, the slot its lower ones.</summary>
internal static class ChunkSize
{
    public const int Bits = 10;
    public const int Slots = 1 << Bits;

    /// <summary>The largest id, so that ids fit 31 bits.</summary>
    public const int MaximalId = int.MaxValue - Slots;

    public static int SlotOf(long id) => (int)id & (Slots - 1);

    public static int ChunkOf(long id) => (int)(id >> Bits);

    /// <summary>How many chunks hold the ids below this one.</summary>
    public static int ChunksFor(long nextId) => (int)((nextId + Slots - 1) >> Bits);
}
