using System.Collections.Concurrent;
using LinkGraph.Simulation.Output;
using LinkGraph.Simulation.Scenarios;

namespace LinkGraph.Simulation;

/// <summary>Makes a world: the five files of records and the truth about them.</summary>
public static class WorldGenerator
{
    private const int AccountsPerChunk = 128;

    /// <summary>
    /// Writes a world. The folder appears when the world is complete; after a failure or cancellation nothing is left. Memory: some tens
    /// of bytes for each account, whatever the number of exchanges.
    /// </summary>
    /// <param name="options">Which world.</param>
    /// <param name="folder">Where it goes: a folder that is empty or does not exist, unless <see cref="WorldOptions.Overwrite"/>.</param>
    /// <param name="progress">Told after every 128 accounts, by one thread at a time; null: nobody is. Exchanges by time are sorted after the last report.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message says how.</exception>
    /// <exception cref="IOException">The folder cannot be used or written to; the message says why.</exception>
    public static Task<GenerateReport> GenerateAsync(
        WorldOptions options, string folder, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Validate() is { Count: > 0 } errors)
            throw new ArgumentException(string.Join(" ", errors), nameof(options));
        return GenerateAsync(options, ScenarioCatalog.Find(options.Scenario)!, folder, progress, cancellationToken);
    }

    /// <summary>As above, for a scenario of one's own.</summary>
    internal static async Task<GenerateReport> GenerateAsync(
        WorldOptions options, Scenario scenario, string folder, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var target = WorldFolder.Prepare(folder, options.Overwrite);
        var world = await Task.Run(() => World.Build(options, scenario), cancellationToken);
        var files = await WriteAsync(world, options, target, progress, cancellationToken);
        target.Complete();
        var honest = world.HonestAccounts;
        return new GenerateReport(
            target.Target,
            files.Records,
            honest,
            world.Plans.Length - honest,
            world.Operations.Length,
            world.Plans.Length - (int)files.Records["truth.csv"],
            files.Bytes,
            TimeProvider.System.GetElapsedTime(started));
    }

    private static async Task<WorldFiles> WriteAsync(
        World world, WorldOptions options, WorldFolder target, IProgress<GenerateProgress>? progress, CancellationToken cancellationToken)
    {
        var threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        var writer = new AccountWriter(world, options);
        var spare = new ConcurrentBag<Chunk>();
        using var sorter = options.Order == ExchangeOrder.ByTime ? new TimeSorter(target, world.Society.Calendar) : null;
        await using var files = new WorldFiles(target, options.Compress);
        await files.WriteContextAsync(world, options.HalfProxies, cancellationToken);

        var accounts = 0;
        await OrderedPipeline.RunAsync(
            (world.Plans.Length + AccountsPerChunk - 1) / AccountsPerChunk,
            threads,
            Make,
            async chunk =>
            {
                sorter?.Add(chunk);
                await files.WriteAsync(chunk, withExchanges: sorter is null, cancellationToken);
                accounts += chunk.AccountCount;
                progress?.Report(new GenerateProgress(accounts, world.Plans.Length, files.Exchanges, files.Bytes));
                spare.Add(chunk);
            },
            cancellationToken);
        if (sorter is not null)
        {
            sorter.Close();
            await OrderedPipeline.RunAsync(
                sorter.Days,
                threads,
                day => SortedDay(sorter, day, options.Compress),
                async day =>
                {
                    await files.WriteExchangesAsync(day, cancellationToken);
                    sorter.Return(day);
                },
                cancellationToken);
        }
        return files;

        Chunk Make(int number)
        {
            var chunk = spare.TryTake(out var used) ? used : new Chunk();
            chunk.Clear();
            foreach (ref readonly var plan in world.Plans.AsSpan(number * AccountsPerChunk, Math.Min(AccountsPerChunk, world.Plans.Length - (number * AccountsPerChunk))))
                writer.Write(plan, chunk);
            chunk.Finish(options.Compress, exchangesToo: sorter is null);
            return chunk;
        }
    }

    private static Utf8Buffer SortedDay(TimeSorter sorter, int day, bool compress)
    {
        var sorted = sorter.Sorted(day);
        if (compress)
            Chunk.Compress(sorted);
        return sorted;
    }
}
