namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>Cuts numbers into ranges that all cores work through.</summary>
internal static class Ranges
{
    public static void ForEach(int count, int size, Action<int, int> work, CancellationToken cancellationToken)
    {
        int ranges = (int)(((long)count + size - 1) / size);
        ForEach(ranges, range => work(range * size, (int)Math.Min(count, ((long)range + 1) * size)), cancellationToken);
    }

    public static void ForEach(int count, Action<int> work, CancellationToken cancellationToken)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, work);
        }
        catch (AggregateException error) when (error.InnerExceptions.Count > 0)
        {
            // The first cause says what the others would: a damaged batch is one error, not one for each core.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerExceptions[0]);
        }
    }
}
