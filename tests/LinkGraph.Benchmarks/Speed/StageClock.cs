namespace LinkGraph.Benchmarks.Speed;

/// <summary>Measures a stage: by the wall and by what this process takes of the processors.</summary>
internal readonly struct StageClock
{
    private readonly long _started;
    private readonly TimeSpan _processor;

    private StageClock(long started, TimeSpan processor)
    {
        _started = started;
        _processor = processor;
    }

    public TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_started);

    public static StageClock Start() => new(TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);

    public Stage Stop(string name, TimeSpan inGraph, long count, string unit) =>
        new(name, Elapsed, Environment.CpuUsage.TotalTime - _processor, inGraph, count, unit);
}
