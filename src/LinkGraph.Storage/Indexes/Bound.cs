using LinkGraph.Storage.Values;

namespace LinkGraph.Storage;

/// <summary>One end of a range.</summary>
/// <param name="Value">Null: the range is open at this end.</param>
/// <param name="IsInclusive">Whether the value itself belongs to the range.</param>
public readonly record struct Bound(Value Value, bool IsInclusive)
{
    public static Bound None => default;

    public bool IsNone => Value.IsNull;

    public static Bound Including(Value value) => new(value, true);

    public static Bound Excluding(Value value) => new(value, false);
}
