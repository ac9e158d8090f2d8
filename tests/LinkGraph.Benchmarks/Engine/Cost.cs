namespace LinkGraph.Benchmarks.Engine;

/// <summary>What a statement took, all its runs together.</summary>
internal sealed class Cost
{
    public long Rows { get; set; }

    public TimeSpan Elapsed { get; set; }
}
