using System.Runtime.ExceptionServices;

namespace LinkGraph.Storage.Journal;

/// <summary>The same for many things on all processors.</summary>
internal static class Concurrently
{
    /// <summary>The first thing that goes wrong is thrown as it is.</summary>
    public static void ForEach<T>(IEnumerable<T> items, Action<T> act)
    {
        try
        {
            Parallel.ForEach(items, act);
        }
        catch (AggregateException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }
}
