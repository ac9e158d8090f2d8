using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>
/// Waits for a database that is away. The driver retries what is transient by itself; what arrives here is what it gave up on, so this
/// only comes back later, ever less often, until the time is up. Every call it repeats is safe to repeat.
/// </summary>
internal sealed class GraphSupervisor
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(15);
    private readonly ResiliencePipeline _pipeline;
    private readonly IngestionOptions _options;

    public GraphSupervisor(IngestionOptions options, TimeProvider time, ILogger logger, Action waiting)
    {
        _options = options;
        long? away = null;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(250),
                MaxDelay = MaxDelay,
                ShouldHandle = arguments =>
                {
                    if (arguments.Outcome.Exception is not { } exception || !options.IsUnavailable(exception))
                    {
                        away = null;
                        return ValueTask.FromResult(false);
                    }
                    away ??= time.GetTimestamp();
                    return ValueTask.FromResult(time.GetElapsedTime(away.Value) < options.DatabaseWait);
                },
                OnRetry = arguments =>
                {
                    IngestionLog.WaitingForDatabase(logger, arguments.RetryDelay.TotalSeconds, arguments.Outcome.Exception!.GetType().Name);
                    waiting();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <exception cref="IngestionException">The database has been away for too long.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async (state, token) => await state(token), call, cancellationToken);
        }
        catch (Exception e) when (_options.IsUnavailable(e))
        {
            throw new IngestionException(
                $"The database has been away for {_options.DatabaseWait:g} ({e.Message}). Run again when it is back: ingestion goes on where it stopped.", e);
        }
    }
}
