using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>What a statement holds on to: rows of sorts, groups, eager steps and paths, estimated, against a limit.</summary>
/// <param name="limit">Bytes; none if null.</param>
internal sealed class MemoryMeter(long? limit)
{
    private const int ArrayBytes = 24, ValueBytes = 16;
    private long used;

    /// <exception cref="CypherException">The statement holds more than it may.</exception>
    public void Charge(long bytes)
    {
        used += bytes;
        if (used > limit)
        {
            throw CypherErrors.OutOfMemory($"The statement holds more than {limit} bytes, its limit.");
        }
    }

    public void Charge(Value[] array) => Charge(ArrayBytes + (array.Length * ValueBytes));

    /// <summary>What a value holds beside its 16 bytes.</summary>
    public void Charge(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                Charge(ArrayBytes + (2 * value.AsString().Length));
                break;
            case ValueKind.List:
                Charge(value.AsList());
                break;
            case ValueKind.Bytes:
                Charge(ArrayBytes + value.AsBytes().Length);
                break;
            case ValueKind.Path:
                Charge(ArrayBytes + (ValueBytes * value.AsPath().Length));
                break;
            default:
                break;
        }
    }
}
