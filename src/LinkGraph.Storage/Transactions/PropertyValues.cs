using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Transactions;

/// <summary>What can be a property.</summary>
internal static class PropertyValues
{
    /// <exception cref="StorageException">InvalidPropertyValue.</exception>
    public static void Check(Value value, string key)
    {
        if (value.Kind == ValueKind.List)
        {
            CheckList(value.AsList(), key);
        }
        else if (!IsSimple(value.Kind) && !value.IsNull)
        {
            throw Refuse($"Property values can only be of primitive types or arrays thereof; `{key}` is of kind {value.Kind}.");
        }
    }

    private static void CheckList(Value[] items, string key)
    {
        foreach (var item in items)
        {
            if (item.IsNull)
            {
                throw Refuse($"Collections containing null values can not be stored in properties; `{key}` has one.");
            }

            if (!IsSimple(item.Kind) || (item.Kind != items[0].Kind && !(item.IsNumber && items[0].IsNumber)))
            {
                throw Refuse($"Property values can only be of primitive types or arrays thereof; `{key}` holds kinds {items[0].Kind} and {item.Kind}.");
            }
        }
    }

    private static bool IsSimple(ValueKind kind) => kind is not
        (ValueKind.Null or ValueKind.List or ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path);

    private static StorageException Refuse(string message) => new(StorageError.InvalidPropertyValue, message);
}
