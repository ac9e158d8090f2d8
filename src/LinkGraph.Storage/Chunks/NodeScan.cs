using System.Numerics;
using LinkGraph.Storage.Chunks;

namespace LinkGraph.Storage;

/// <summary>Walks nodes by id.</summary>
public struct NodeScan
{
    private const int AllNodes = -2;

    private readonly NodeChunk?[] chunks;
    private readonly int label;
    private int position;
    private ulong bits;
    private int labelIndex;

    internal NodeScan(NodeChunk?[] chunks)
        : this(chunks, AllNodes)
    {
    }

    internal NodeScan(NodeChunk?[] chunks, int label) => (this.chunks, this.label, position) = (chunks, label, -1);

    public long Current { get; private set; }

    public readonly NodeScan GetEnumerator() => this;

    public bool MoveNext()
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
        return true;
    }

    /// <summary>Positions count words, 16 a chunk.</summary>
    private bool NextWord()
    {
        position++;
        while (position < chunks.Length * Words.Count)
        {
            var word = position % Words.Count;
            var chunk = chunks[position / Words.Count];
            if (chunk is not null && word == 0)
            {
                labelIndex = label == AllNodes ? 0 : chunk.IndexOfLabel(label);
            }

            if (chunk is not null && labelIndex >= 0)
            {
                bits = label == AllNodes ? chunk.AliveWord(word) : chunk.LabelledWord(labelIndex, word);
                return true;
            }

            position += Words.Count - word;
        }

        return false;
    }
}
