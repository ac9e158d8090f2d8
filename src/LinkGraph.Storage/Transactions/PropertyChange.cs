using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Transactions;

/// <summary>What happens to the properties of one node or relationship in one step.</summary>
/// <param name="properties">New values; null removes.</param>
/// <param name="isReplacing">Whether all other properties go.</param>
internal readonly ref struct PropertyChange(ReadOnlySpan<Property> properties, bool isReplacing)
{
    public ReadOnlySpan<Property> Properties { get; } = properties;

    public bool IsReplacing { get; } = isReplacing;

    /// <summary>Nothing changes.</summary>
    public static PropertyChange None => default;

    /// <summary>Whether it would only take away what is not there.</summary>
    public bool IsNone(EntityChunk chunk, int slot)
    {
        if (IsReplacing)
        {
            return false;
        }

        foreach (ref readonly var property in Properties)
        {
            if (!property.Value.IsNull || !chunk.Get(slot, property.Key).IsNull)
            {
                return false;
            }
        }

        return true;
    }

    public bool Touches(int key)
    {
        foreach (ref readonly var property in Properties)
        {
            if (property.Key == key)
            {
                return true;
            }
        }

        return IsReplacing;
    }

    public bool Sets(int key) => !Find(key).IsNull;

    /// <summary>The value afterwards.</summary>
    public Value ValueOf(EntityChunk chunk, int slot, int key) => Touches(key) ? Find(key) : chunk.Get(slot, key);

    private Value Find(int key)
    {
        foreach (ref readonly var property in Properties)
        {
            if (property.Key == key)
            {
                return property.Value;
            }
        }

        return Value.Null;
    }
}
