using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Journal;
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

    private readonly FolderLock? folder;
    private readonly TransactionLog? log;
    private TokenCounts logged;

    private GraphStore(FolderLock? folder = null, TransactionLog? log = null) => (this.folder, this.log) = (folder, log);

    public TokenTable Labels => tokens.Labels;

    public TokenTable RelationshipTypes => tokens.RelationshipTypes;

    public TokenTable PropertyKeys => tokens.PropertyKeys;

    internal StringPool Strings { get; } = new();

    /// <summary>An empty graph that goes with the process.</summary>
    public static GraphStore InMemory() => new();

    /// <summary>The graph in a folder, made if there is none. A commit returns when it is safe on disk.</summary>
    /// <exception cref="StorageException">FolderInUse, JournalDamaged or JournalFailed.</exception>
    public static GraphStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var taken = FolderLock.Take(folder);
        TransactionLog? log = null;
        try
        {
            log = TransactionLog.Open(Path.Combine(folder, "graph.db"));
            var store = new GraphStore(taken, log);
            store.Recover(log);
            return store;
        }
        catch
        {
            log?.Dispose();
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Writes where this process is to be reached into the folder, for others that find it in use.</summary>
    public void Announce(string address) => folder?.Announce(address);

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

        return new(this, tokens, published, ++transactions, log is null ? null : new ChangeRecorder());
    }

    /// <summary>Refuses new transactions. Snapshots stay readable; a transaction under way can no longer commit.</summary>
    public void Dispose()
    {
        isClosed = true;
        log?.Dispose();
        folder?.Dispose();
    }

    internal int NextSchemaId() => schemaIds++;

    internal long NextSchemaVersion() => ++schemaVersions;

    internal void ThrowIfClosed()
    {
        if (isClosed)
        {
            throw new StorageException(StorageError.StoreClosed, "The store is closed.");
        }
    }

    /// <summary>Makes a state safe, then visible. Called by the holder of the write lock.</summary>
    /// <exception cref="StorageException">JournalFailed or StoreClosed; then the state before stands.</exception>
    internal void Publish(GraphState state, ChangeRecorder? changes)
    {
        if (log is not null && changes is not null)
        {
            var counts = TokenCounts.Of(tokens);
            log.Append(state.Version, changes.Finish(tokens, logged));
            logged = counts;
        }

        published = state;
    }

    /// <summary>Called by the holder of the write lock, once.</summary>
    internal void EndWrite() => writing.Release();

    /// <summary>Does all that the log says in one transaction.</summary>
    private void Recover(TransactionLog log)
    {
        writing.Wait();
        using var transaction = new WriteTransaction(this, tokens, published, ++transactions, changes: null);
        var last = 0L;
        foreach (var (sequence, body) in log.Read())
        {
            try
            {
                ChangeReplay.Apply(body, transaction);
            }
            catch (Exception error) when (error is StorageException or InvalidDataException or IOException or ArgumentException or FormatException)
            {
                throw new StorageException(StorageError.JournalDamaged, $"Transaction {sequence} in the log cannot be repeated: {error.Message}", error);
            }

            last = sequence;
        }

        transaction.Commit(last);
        logged = TokenCounts.Of(tokens);
    }
}
