using LinkGraph.Storage.Chunks;

namespace LinkGraph.Storage;

/// <summary>Walks the labels of a node.</summary>
public struct LabelEnumerator
{
    private readonly NodeChunk chunk;
    private readonly int slot;
    private int index;

    internal LabelEnumerator(NodeChunk chunk, int slot) => (this.chunk, this.slot, index) = (chunk, slot, -1);

    public readonly int Current => chunk.LabelAt(index);

    public readonly LabelEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++index < chunk.LabelCount)
        {
            if (chunk.HasLabelAt(index, slot))
            {
                return true;
            }
        }

        return false;
    }
}
