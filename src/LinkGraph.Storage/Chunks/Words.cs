using System.Numerics;
using System.Runtime.CompilerServices;

namespace LinkGraph.Storage.Chunks;

/// <summary>One bit for every slot of a chunk.</summary>
[InlineArray(Count)]
internal struct Words
{
    public const int Count = ChunkSize.Slots / 64;

    private ulong first;

    public readonly bool Has(int slot) => ((this[slot >> 6] >> slot) & 1) != 0;

    public void Add(int slot) => this[slot >> 6] |= 1ul << slot;

    public void Remove(int slot) => this[slot >> 6] &= ~(1ul << slot);

    public readonly bool IsEmpty()
    {
        ulong all = 0;
        foreach (var word in this)
        {
            all |= word;
        }

        return all == 0;
    }

    public readonly int CountBits()
    {
        var count = 0;
        foreach (var word in this)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
