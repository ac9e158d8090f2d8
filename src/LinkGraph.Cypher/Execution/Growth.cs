using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution;

/// <summary>
/// A value that is made anew of itself over and over: charged with what it holds, which is measured again when enough was made that it may have doubled.
/// </summary>
internal sealed class Growth(MemoryMeter memory)
{
    private const long Slack = 1 << 20;
    private readonly long mark = memory.Used;
    private long measured;

    /// <summary>The value as it has become; what else was made on the way is let go.</summary>
    public Value Settle(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.List or ValueKind.Map when memory.Used - mark > (2 * measured) + Slack:
                measured = MemoryMeter.Deep(value);
                memory.ReleaseTo(mark);
                memory.Charge(measured);
                return value;
            case ValueKind.List or ValueKind.Map:
                return value;
            default:
                return memory.Settle(mark, value);
        }
    }
}
