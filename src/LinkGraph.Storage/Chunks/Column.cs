using System.Numerics;
using System.Runtime.CompilerServices;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Chunks;

/// <summary>
/// One property in one chunk. Only the slots that have it take room: a slot's place among the packed values is the number of present slots before it. A column belongs
/// to the transaction that made it; every other one copies it first. Values are appended without a copy even to an array that older columns share, because
/// those never look beyond their own count.
/// </summary>
internal abstract class Column
{
    private Words present;
    private Ranks ranks;

    protected Column(long owner) => Owner = owner;

    /// <summary>The transaction that may change this object.</summary>
    public long Owner { get; private set; }

    public int Count { get; private set; }

    public bool Has(int slot) => Count == ChunkSize.Slots || present.Has(slot);

    public ulong PresentWord(int word) => present[word];

    /// <summary>Null if absent.</summary>
    public abstract Value Get(int slot);

    /// <summary>Sets the value.</summary>
    /// <returns>The column to use from now on: this, a copy, or one of another type that can hold the value.</returns>
    public abstract Column Set(int slot, Value value, long owner);

    /// <summary>Takes a present value away.</summary>
    /// <returns>The column to use from now on.</returns>
    public abstract Column Remove(int slot, long owner);

    /// <summary>An empty column for values like this one.</summary>
    public static Column For(Value value, long owner) => value.Kind switch
    {
        ValueKind.String => new StringColumn(owner),
        ValueKind.Boolean or ValueKind.Integer or ValueKind.Float or ValueKind.Date or ValueKind.LocalTime or ValueKind.Time
            or ValueKind.LocalDateTime or ValueKind.ZonedDateTime => new BitsColumn(value.RawReference, owner),
        _ => new ValueColumn(owner),
    };

    /// <summary>The place of a slot among the packed values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected int PlaceOf(int slot)
    {
        if (Count == ChunkSize.Slots)
        {
            return slot;
        }

        var word = slot >> 6;
        return ranks[word] + BitOperations.PopCount(present[word] & ((1ul << slot) - 1));
    }

    protected Column Copy(long owner)
    {
        var copy = (Column)MemberwiseClone();
        copy.Owner = owner;
        return copy;
    }

    protected void MarkPresent(int slot)
    {
        present.Add(slot);
        Shift(slot, 1);
    }

    protected void MarkAbsent(int slot)
    {
        present.Remove(slot);
        Shift(slot, -1);
    }

    /// <summary>Makes these slots the present ones of an empty column.</summary>
    protected void MarkPresent(Words slots)
    {
        present = slots;
        for (var word = 0; word < Words.Count; word++)
        {
            ranks[word] = (ushort)Count;
            Count += BitOperations.PopCount(slots[word]);
        }
    }

    private void Shift(int slot, int by)
    {
        Count += by;
        for (var word = (slot >> 6) + 1; word < Words.Count; word++)
        {
            ranks[word] = (ushort)(ranks[word] + by);
        }
    }

    /// <summary>For each word, the present slots before it.</summary>
    [InlineArray(Words.Count)]
    private struct Ranks
    {
        private ushort first;
    }
}
