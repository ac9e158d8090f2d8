#nullable enable
using System.Security.Cryptography;
using Neo4j.Driver.Internal.Connections;

namespace Neo4j.Driver.Internal.Sessions;

/// <summary>Runs something again while its errors may pass: after 1 s, 2 s, 4 s ..., each a fifth more or less at random.</summary>
internal sealed class RetryLogic(Config config, IConnectionProvider provider)
{
    private static readonly TimeSpan InitialDelay = TimeSpan.FromSeconds(1);
    private const double Multiplier = 2;
    private const double Jitter = 0.2;

    /// <summary>However short the time, one failure alone does not end it.</summary>
    private const int FewestAttempts = 2;

    /// <exception cref="ServiceUnavailableException">The time is up; the errors of all attempts are inside.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var limit = config.MaxTransactionRetryTime;
        var start = config.TimeProvider.GetTimestamp();
        var delay = InitialDelay;
        List<Exception> failures = [];
        while (true)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (Neo4jException error) when (error.IsRetriable && !provider.IsClosed)
            {
                failures.Add(error);
                if (failures.Count >= FewestAttempts && config.TimeProvider.GetElapsedTime(start) >= limit)
                {
                    throw new ServiceUnavailableException(
                        $"Failed after {failures.Count} attempts in {limit.TotalSeconds} s, the last time with: {error.Message} "
                        + "Make sure that the database is online and try again.",
                        new AggregateException(failures));
                }
                var wait = delay * (1 - Jitter + 2 * Jitter * RandomNumberGenerator.GetInt32(1001) / 1000d);
                config.Logger.Warn(error, "A transaction failed and is tried again in {0} (attempt {1}).", wait, failures.Count);
                delay *= Multiplier;
                await Task.Delay(wait, config.TimeProvider).ConfigureAwait(false);
            }
        }
    }
}
