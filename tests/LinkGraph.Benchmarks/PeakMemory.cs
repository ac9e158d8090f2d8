using System.Diagnostics;

namespace LinkGraph.Benchmarks;

/// <summary>The most memory this process has had so far.</summary>
internal static class PeakMemory
{
    public static long Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
