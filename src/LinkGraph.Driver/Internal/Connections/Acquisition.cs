#nullable enable
namespace Neo4j.Driver.Internal.Connections;

internal static class Acquisition
{
    /// <summary>Bounds the whole of finding a connection by the acquisition timeout.</summary>
    public static async Task<T> RunAsync<T>(Config config, Func<CancellationToken, Task<T>> acquire)
    {
        var limit = config.ConnectionAcquisitionTimeout;
        using var timeout = new CancellationTokenSource(limit, config.TimeProvider);
        try
        {
            return await acquire(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw new ClientException($"Failed to obtain a connection from pool within {limit.TotalSeconds} s.");
        }
    }
}
