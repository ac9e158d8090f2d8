namespace LinkGraph.Benchmarks.Speed;

/// <summary>A stage of the job.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Processor">What it took of all processors together: what to compare by where other work runs on the machine.</param>
/// <param name="InGraph">Of that, in calls to the graph.</param>
/// <param name="Count">How many items went through; 0 where that says nothing.</param>
/// <param name="Unit">What they are.</param>
internal sealed record Stage(string Name, TimeSpan Elapsed, TimeSpan Processor, TimeSpan InGraph, long Count = 0, string Unit = "")
{
    public double PerSecond => Count / Math.Max(1e-9, Elapsed.TotalSeconds);
}
