using System.Runtime.CompilerServices;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Chunks;

/// <summary>A column whose values are stored as <typeparamref name="T"/>.</summary>
internal abstract class PackedColumn<T>(long owner) : Column(owner)
{
    private const int FirstCapacity = 4;

    private T[] values = [];
    private long valuesOwner = owner;

    /// <summary>The packed values.</summary>
    public ReadOnlySpan<T> Items => values.AsSpan(0, Count);

    /// <summary>Fills an empty column.</summary>
    /// <param name="slots">The slots that are present.</param>
    /// <param name="items">Their values, in order.</param>
    public void Restore(Words slots, T[] items)
    {
        values = items;
        MarkPresent(slots);
    }

    public sealed override Column Set(int slot, Value value, long owner)
    {
        if (!TryUnpack(value, out var item))
        {
            return ToGeneral(owner).Set(slot, value, owner);
        }

        var own = (PackedColumn<T>)(Owner == owner ? this : Copy(owner));
        own.Put(slot, item, owner);
        return own;
    }

    public sealed override Column Remove(int slot, long owner)
    {
        var own = (PackedColumn<T>)(Owner == owner ? this : Copy(owner));
        own.Take(slot, owner);
        return own;
    }

    /// <returns>False if this column cannot hold the value.</returns>
    protected abstract bool TryUnpack(Value value, out T item);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected T ItemOf(int slot) => values[PlaceOf(slot)];

    private void Put(int slot, T item, long owner)
    {
        var place = PlaceOf(slot);
        if (Has(slot))
        {
            OwnValues(owner, values.Length);
            values[place] = item;
            return;
        }

        if (Count == values.Length)
        {
            OwnValues(owner, Math.Min(Math.Max(FirstCapacity, Count * 2), ChunkSize.Slots));
        }

        if (place < Count)
        {
            OwnValues(owner, values.Length);
            Array.Copy(values, place, values, place + 1, Count - place);
        }

        values[place] = item;
        MarkPresent(slot);
    }

    private void Take(int slot, long owner)
    {
        var place = PlaceOf(slot);
        OwnValues(owner, values.Length);
        Array.Copy(values, place + 1, values, place, Count - place - 1);
        values[Count - 1] = default!;
        MarkAbsent(slot);
    }

    private void OwnValues(long owner, int capacity)
    {
        if (valuesOwner == owner && capacity == values.Length)
        {
            return;
        }

        var own = new T[capacity];
        Array.Copy(values, own, Count);
        (values, valuesOwner) = (own, owner);
    }

    private ValueColumn ToGeneral(long owner)
    {
        var general = new ValueColumn(owner);
        for (var slot = 0; slot < ChunkSize.Slots; slot++)
        {
            if (Has(slot))
            {
                general.Set(slot, Get(slot), owner);
            }
        }

        return general;
    }
}
