namespace LinkGraph.Storage.Chunks;

/// <summary>1,024 relationships. Type and ends are written once in the life of an id, so that all versions share their arrays; they stay readable when the
/// relationship is deleted.</summary>
internal sealed class RelationshipChunk(long owner) : EntityChunk(owner)
{
    private readonly ushort[] types = new ushort[ChunkSize.Slots];
    private readonly int[] starts = new int[ChunkSize.Slots];
    private readonly int[] ends = new int[ChunkSize.Slots];

    public int TypeOf(int slot) => types[slot];

    public int StartOf(int slot) => starts[slot];

    public int EndOf(int slot) => ends[slot];

    public RelationshipChunk For(long owner) => Owner == owner ? this : (RelationshipChunk)Copy(owner);

    public void Create(int slot, int type, int start, int end)
    {
        (types[slot], starts[slot], ends[slot]) = ((ushort)type, start, end);
        MarkAlive(slot);
    }

    public void Delete(int slot)
    {
        RemoveAll(slot);
        MarkDead(slot);
    }
}
