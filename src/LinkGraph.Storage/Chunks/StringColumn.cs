using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Chunks;

/// <summary>Strings.</summary>
internal sealed class StringColumn(long owner) : PackedColumn<string>(owner)
{
    public override Value Get(int slot) => Has(slot) ? Value.FromRaw(ItemOf(slot), 0) : Value.Null;

    protected override bool TryUnpack(Value value, out string item)
    {
        item = (value.RawReference as string)!;
        return item is not null;
    }
}
