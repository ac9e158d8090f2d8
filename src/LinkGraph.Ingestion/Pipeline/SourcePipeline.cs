using System.Threading.Channels;
using LinkGraph.Ingestion.Sources;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>
/// Reads a source, parses its windows on all cores and hands them on in order: one reader, some workers, one consumer, and never more
/// than a few windows between them.
/// </summary>
internal sealed class SourcePipeline(IngestionOptions options, ProgressMeter meter, TimeProvider time)
{
    public async Task RunAsync(SourcePlan plan, Func<WindowResult, CancellationToken, Task> consume, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Channel.CreateBounded<Task<WindowResult>>(new BoundedChannelOptions(options.Parallelism) { SingleReader = true, SingleWriter = true });
        Task producer = Task.Run(() => ProduceAsync(plan, results.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (Task<WindowResult> result in results.Reader.ReadAllAsync(cancellationToken))
            {
                await consume(await result, cancellationToken);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await producer;
            while (results.Reader.TryRead(out Task<WindowResult>? left))
            {
                await ((Task)left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Never throws: what goes wrong ends the channel, behind the windows that went well.</summary>
    private async Task ProduceAsync(SourcePlan plan, ChannelWriter<Task<WindowResult>> results, CancellationToken cancellationToken)
    {
        try
        {
            var limits = new WindowLimits(options.WindowBytes, options.MaxRecordBytes);
            await using IWindowReader reader = await plan.Source.OpenAsync(new StartAt(plan.Position, plan.Point.Offset), limits, cancellationToken);
            await ReadAsync(plan, reader, results, cancellationToken);
            results.Complete();
        }
        catch (Exception e)
        {
            results.Complete(e);
        }
    }

    private async Task ReadAsync(
        SourcePlan plan, IWindowReader reader, ChannelWriter<Task<WindowResult>> results, CancellationToken cancellationToken)
    {
        var workers = Channel.CreateUnbounded<WindowWorker>();
        for (int i = 0; i < options.Parallelism; i++)
        {
            workers.Writer.TryWrite(new WindowWorker(plan.Source.Schema, options, time));
        }
        bool resuming = plan.Point.WindowRecords > 0;
        int records = resuming ? plan.Point.WindowRecords : options.WindowRecords;
        int batchRows = resuming ? plan.Point.BatchRows : options.BatchRows;
        while (true)
        {
            long started = time.GetTimestamp();
            RawWindow? window = await reader.ReadAsync(records, cancellationToken);
            meter.ReadingSeconds += time.GetElapsedTime(started).TotalSeconds;
            if (window is null)
            {
                return;
            }
            WindowWorker worker = await workers.Reader.ReadAsync(cancellationToken);
            int rows = batchRows;
            Task<WindowResult> result = Task.Run(
                () =>
                {
                    WindowResult parsed = worker.Process(window, rows, cancellationToken);
                    workers.Writer.TryWrite(worker);
                    return parsed;
                },
                CancellationToken.None);
            await results.WriteAsync(result, cancellationToken);
            records = options.WindowRecords;
            batchRows = options.BatchRows;
        }
    }
}
