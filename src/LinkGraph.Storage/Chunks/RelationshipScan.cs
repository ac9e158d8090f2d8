using System.Numerics;
using LinkGraph.Storage.Chunks;

namespace LinkGraph.Storage;

/// <summary>Walks relationships by id.</summary>
public struct RelationshipScan
{
    private const int AllTypes = -2;

    private readonly RelationshipChunk?[] chunks;
    private readonly int type;
    private int position;
    private ulong bits;

    internal RelationshipScan(RelationshipChunk?[] chunks)
        : this(chunks, AllTypes)
    {
    }

    internal RelationshipScan(RelationshipChunk?[] chunks, int type) => (this.chunks, this.type, position) = (chunks, type, -1);

    public long Current { get; private set; }

    public readonly RelationshipScan GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            while (bits == 0)
            {
                if (!NextWord())
                {
                    return false;
                }
            }

            Current = ((long)position << 6) + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            if (type == AllTypes || chunks[position / Words.Count]!.TypeOf(ChunkSize.SlotOf(Current)) == type)
            {
                return true;
            }
        }
    }

    private bool NextWord()
    {
        position++;
        while (position < chunks.Length * Words.Count)
        {
            if (chunks[position / Words.Count] is { } chunk)
            {
                bits = chunk.AliveWord(position % Words.Count);
                return true;
            }

            position += Words.Count - (position % Words.Count);
        }

        return false;
    }
}
