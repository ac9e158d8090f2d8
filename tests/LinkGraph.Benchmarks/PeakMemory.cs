using System.Diagnostics;

namespace LinkGraph.Benchmarks;

/// <summary>The most memory this process has had so far, or since it was reset.</summary>
internal static class PeakMemory
{
    /// <summary>Lets go of what is not used any more and counts from here, where the system can (Linux).</summary>
    public static void Reset()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // then the peak is that of everything so far
        }
    }

    public static long Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
