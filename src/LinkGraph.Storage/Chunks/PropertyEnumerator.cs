using LinkGraph.Storage.Chunks;

namespace LinkGraph.Storage;

/// <summary>Walks the properties of a node or relationship.</summary>
public struct PropertyEnumerator
{
    private readonly EntityChunk chunk;
    private readonly int slot;
    private int column;

    internal PropertyEnumerator(EntityChunk chunk, int slot) => (this.chunk, this.slot, column) = (chunk, slot, -1);

    public readonly Property Current => new(chunk.KeyAt(column), chunk.ColumnAt(column).Get(slot));

    public readonly PropertyEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++column < chunk.ColumnCount)
        {
            if (chunk.ColumnAt(column).Has(slot))
            {
                return true;
            }
        }

        return false;
    }
}
