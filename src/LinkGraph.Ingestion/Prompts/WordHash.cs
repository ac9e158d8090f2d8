using System.Runtime.CompilerServices;

namespace LinkGraph.Ingestion.Prompts;

/// <summary>The hash of a word that is read byte by byte: eight bytes are gathered, then taken in at once.</summary>
internal struct WordHash
{
    private ulong _hash;
    private ulong _gathered;
    private bool _afterDigit;

    public readonly bool IsEmpty => _gathered == 0;

    public readonly ulong Value => Hashing.Mix(_hash ^ _gathered);

    /// <summary>Takes in a byte, which is not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte b)
    {
        if (_gathered >> 56 != 0)
        {
            _hash = Hashing.Mix(_hash ^ _gathered);
            _gathered = 0;
        }
        _gathered = (_gathered << 8) | b;
        _afterDigit = false;
    }

    /// <summary>Takes in a digit: all are alike, and so are runs of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddDigit()
    {
        if (!_afterDigit)
        {
            Add((byte)'#');
            _afterDigit = true;
        }
    }
}
