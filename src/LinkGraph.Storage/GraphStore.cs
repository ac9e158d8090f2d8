using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Snapshots;
using LinkGraph.Storage.Tokens;

namespace LinkGraph.Storage;

/// <summary>
/// A property graph. Readers take snapshots, which never wait and never block; there is one writer at a time. Ids of nodes and relationships are never
/// given twice, not even after deletion.
/// </summary>
public sealed class GraphStore : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly GraphTokens tokens = new();
    private volatile GraphState published = new();
    private volatile bool isClosed;
    private long transactions;
    private int schemaIds;
    private long schemaVersions;

    private GraphStore()
    {
    }

    public TokenTable Labels => tokens.Labels;

    public TokenTable RelationshipTypes => tokens.RelationshipTypes;

    public TokenTable PropertyKeys => tokens.PropertyKeys;

    internal StringPool Strings { get; } = new();

    /// <summary>An empty graph that goes with the process.</summary>
    public static GraphStore InMemory() => new();

    /// <summary>The graph as of the last commit.</summary>
    /// <exception cref="StorageException">StoreClosed.</exception>
    public Snapshot BeginRead()
    {
        ThrowIfClosed();
        return new(tokens, published);
    }

    /// <summary>Waits for the write lock and holds it until the transaction is committed, rolled back or disposed.</summary>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="StorageException">LockTimeout or StoreClosed.</exception>
    public async Task<WriteTransaction> BeginWriteAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        if (!await writing.WaitAsync(timeout, cancellationToken).ConfigureAwait(false))
        {
            throw new StorageException(StorageError.LockTimeout, $"The write lock was not free within {timeout.TotalSeconds} s.");
        }

        if (isClosed)
        {
            writing.Release();
            ThrowIfClosed();
        }

        return new(this, tokens, published, ++transactions);
    }

    /// <summary>Refuses new transactions. Snapshots stay readable; a transaction under way can no longer commit.</summary>
    public void Dispose() => isClosed = true;

    internal int NextSchemaId() => schemaIds++;

    internal long NextSchemaVersion() => ++schemaVersions;

    internal void ThrowIfClosed()
    {
        if (isClosed)
        {
            throw new StorageException(StorageError.StoreClosed, "The store is closed.");
        }
    }

    /// <summary>Called by the holder of the write lock.</summary>
    internal void Publish(GraphState state) => published = state;

    /// <summary>Called by the holder of the write lock, once.</summary>
    internal void EndWrite() => writing.Release();
}
