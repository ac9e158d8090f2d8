using System.IO.Hashing;
using System.Text;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>Numbers texts in the order in which they first come, without a string for any of them. Emptied and used again for each window.</summary>
internal sealed class SpanTable
{
    private int[] _slots = new int[1024];
    private ulong[] _hashes = new ulong[512];
    private int[] _ends = new int[512];
    private byte[] _bytes = new byte[16 * 1024];
    private ulong[] _prefixes = [];
    private int _used;
    private int _last;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int id]
    {
        get
        {
            int start = id == 0 ? 0 : _ends[id - 1];
            return _bytes.AsSpan(start, _ends[id] - start);
        }
    }

    /// <summary>The number of a text, a new one if it has none yet.</summary>
    public int GetOrAdd(ReadOnlySpan<byte> text)
    {
        // What a record says is often what the record before said.
        if (_last < Count && this[_last].SequenceEqual(text))
        {
            return _last;
        }
        _last = Find(text);
        return _last;
    }

    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
        _used = 0;
    }

    /// <summary>All texts as strings, by number.</summary>
    public string[] ToStrings()
    {
        string[] strings = new string[Count];
        for (int id = 0; id < Count; id++)
        {
            strings[id] = Encoding.UTF8.GetString(this[id]);
        }
        return strings;
    }

    /// <summary>Numbers in the ordinal order of their texts.</summary>
    public int[] SortedIds()
    {
        if (_prefixes.Length < Count)
        {
            _prefixes = new ulong[_hashes.Length];
        }
        Span<ulong> keys = _prefixes.AsSpan(0, Count);
        int[] ids = new int[Count];
        for (int id = 0; id < Count; id++)
        {
            keys[id] = Prefix(this[id]);
            ids[id] = id;
        }
        keys.Sort(ids.AsSpan());
        for (int start = 0, end; start < Count; start = end)
        {
            for (end = start + 1; end < Count && keys[end] == keys[start];)
            {
                end++;
            }
            if (end - start > 1)
            {
                ids.AsSpan(start, end - start).Sort((a, b) => this[a].SequenceCompareTo(this[b]));
            }
        }
        return ids;
    }

    private int Find(ReadOnlySpan<byte> text)
    {
        ulong hash = XxHash3.HashToUInt64(text);
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            int id = _slots[slot] - 1;
            if (_hashes[id] == hash && this[id].SequenceEqual(text))
            {
                return id;
            }
        }
        return Add(slot, hash, text);
    }

    private static ulong Prefix(ReadOnlySpan<byte> text)
    {
        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        text[..Math.Min(8, text.Length)].CopyTo(padded);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    private int Add(int slot, ulong hash, ReadOnlySpan<byte> text)
    {
        int id = Count++;
        if (id == _hashes.Length)
        {
            Array.Resize(ref _hashes, id * 2);
            Array.Resize(ref _ends, id * 2);
        }
        if (_bytes.Length - _used < text.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + text.Length));
        }
        text.CopyTo(_bytes.AsSpan(_used));
        _used += text.Length;
        _ends[id] = _used;
        _hashes[id] = hash;
        _slots[slot] = id + 1;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }
        return id;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        int mask = _slots.Length - 1;
        for (int id = 0; id < Count; id++)
        {
            int slot = (int)_hashes[id] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }
            _slots[slot] = id + 1;
        }
    }
}
