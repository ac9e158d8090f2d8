using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Chunks;

/// <summary>Values that differ in their bits alone: integers, floats, booleans, dates, datetimes of one zone.</summary>
internal sealed class BitsColumn(object? reference, long owner) : PackedColumn<long>(owner)
{
    /// <summary>Of the packed values.</summary>
    public Value First => Value.FromRaw(reference, Items[0]);

    public override Value Get(int slot) => Has(slot) ? Value.FromRaw(reference, ItemOf(slot)) : Value.Null;

    protected override bool TryUnpack(Value value, out long item)
    {
        item = value.RawBits;
        return ReferenceEquals(value.RawReference, reference);
    }
}
