using System.Numerics;

namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// Tells which anchors may have been seen twice: two bits a slot in a table of fixed size. An anchor that was is never missed; some that
/// were not pass too, and the exact count removes them later. Thread-safe, and the same whatever the order.
/// </summary>
internal sealed class AnchorSieve
{
    private const int SlotsInWord = 16;
    private const int LargestLog = 30;
    private const int SmallestLog = 12;
    private const long SlotsForAnchor = 8;

    private readonly uint[] _words;
    private readonly uint _mask;

    /// <summary>A table that suits so many anchors, up to 256 MB.</summary>
    public AnchorSieve(long anchors)
    {
        int log = Math.Clamp(BitOperations.Log2((ulong)Math.Max(1, anchors * SlotsForAnchor - 1)) + 1, SmallestLog, LargestLog);
        _mask = (uint)((1L << log) - 1);
        _words = new uint[(1L << log) / SlotsInWord];
    }

    public void Add(uint anchor)
    {
        ref uint word = ref Word(anchor, out uint once);
        uint twice = once << 1;
        uint seen = Volatile.Read(ref word);
        if ((seen & twice) != 0)
        {
            return;
        }
        // Of two threads that come at once the second gets the first one's bit as the former value.
        if ((seen & once) != 0 || (Interlocked.Or(ref word, once) & once) != 0)
        {
            Interlocked.Or(ref word, twice);
        }
    }

    public bool MayBeShared(uint anchor) => (Word(anchor, out uint once) & (once << 1)) != 0;

    private ref uint Word(uint anchor, out uint once)
    {
        uint slot = anchor & _mask;
        once = 1u << (int)(slot % SlotsInWord * 2);
        return ref _words[slot / SlotsInWord];
    }
}
