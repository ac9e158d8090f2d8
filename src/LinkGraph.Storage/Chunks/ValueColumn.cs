using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Chunks;

/// <summary>Values of any kind.</summary>
internal sealed class ValueColumn(long owner) : PackedColumn<Value>(owner)
{
    public override Value Get(int slot) => Has(slot) ? ItemOf(slot) : Value.Null;

    protected override bool TryUnpack(Value value, out Value item)
    {
        item = value;
        return true;
    }
}
