using System.Collections.Concurrent;

namespace LinkGraph.Resolution.Evidence;

/// <summary>
/// Work cut into ranges of a fixed size, so that what a range yields does not depend on how many cores there are; results are combined in
/// the order of the ranges.
/// </summary>
internal static class Ranges
{
    private const int Size = 1024;

    public static void For(int count, Action<int, int> body, CancellationToken cancellationToken) => Map(count, Size, (from, to) =>
    {
        body(from, to);
        return 0;
    }, cancellationToken);

    public static T[] Map<T>(int count, int size, Func<int, int, T> body, CancellationToken cancellationToken)
    {
        var results = new T[(count + size - 1) / size];
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, results.Length, options, i => results[i] = body(i * size, Math.Min(count, (i + 1) * size)));
        return results;
    }

    /// <summary>Each range with a scratch object that no other range uses at the same time.</summary>
    public static void For<TScratch>(int count, int size, ScratchPool<TScratch> pool, Action<int, int, TScratch> body, CancellationToken cancellationToken)
        where TScratch : class => Map(count, size, (from, to) =>
        {
            var scratch = pool.Rent();
            body(from, to, scratch);
            pool.Return(scratch);
            return 0;
        }, cancellationToken);
}

/// <summary>Scratch objects, as many as ranges run at the same time.</summary>
internal sealed class ScratchPool<T>(Func<T> make)
    where T : class
{
    private readonly ConcurrentBag<T> free = [];

    public T Rent() => free.TryTake(out var scratch) ? scratch : make();

    public void Return(T scratch) => free.Add(scratch);
}
