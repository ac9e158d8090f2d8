namespace LinkGraph.Simulation.Output;

/// <summary>Makes pieces by several threads and takes them one by one in order, never more than a few ahead.</summary>
internal static class OrderedPipeline
{
    /// <param name="count">How many pieces.</param>
    /// <param name="threads">How many are made at once.</param>
    /// <param name="make">Makes the piece of a number, by any thread.</param>
    /// <param name="take">Takes the next piece.</param>
    /// <param name="cancellationToken">Stops between pieces; nothing runs any more when the task has ended.</param>
    public static async Task RunAsync<T>(int count, int threads, Func<int, T> make, Func<T, ValueTask> take, CancellationToken cancellationToken)
    {
        var ahead = threads == 1 ? 1 : threads + 1;     // one more, so that no thread waits for the one that takes
        var underWay = new Queue<Task<T>>();
        try
        {
            for (var next = 0; next < count || underWay.Count > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                while (next < count && underWay.Count < ahead)
                {
                    var number = next++;
                    underWay.Enqueue(Task.Run(() => make(number), cancellationToken));
                }
                await take(await underWay.Dequeue());
            }
        }
        finally
        {
            await Task.WhenAll(underWay).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }
}
