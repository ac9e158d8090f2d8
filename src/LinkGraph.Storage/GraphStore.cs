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
    private readonly GraphJournal? journal;
    private volatile GraphState published = new();
    private volatile bool isClosed;
    private long transactions;
    private int schemaIds;
    private long schemaVersions;

    private GraphStore(GraphJournal? journal = null) => this.journal = journal;

    public TokenTable Labels => tokens.Labels;

    public TokenTable RelationshipTypes => tokens.RelationshipTypes;

    public TokenTable PropertyKeys => tokens.PropertyKeys;

    /// <summary>Why the last checkpoint that was due by itself failed; null if it did not. Commits are safe all the same: the log only grows.</summary>
    public StorageException? CheckpointFailure { get; private set; }

    internal StringPool Strings { get; } = new();

    /// <summary>An empty graph that goes with the process.</summary>
    public static GraphStore InMemory() => new();

    /// <summary>The graph in a folder, made if there is none. A commit returns when it is safe on disk.</summary>
    /// <param name="folder">Where it lives.</param>
    /// <param name="options">How it is kept; the defaults if null.</param>
    /// <exception cref="StorageException">FolderInUse, JournalDamaged or JournalFailed.</exception>
    public static GraphStore Open(string folder, StoreOptions? options = null)
    {
        var journal = GraphJournal.Open(folder, options ?? new StoreOptions());
        try
        {
            var store = new GraphStore(journal);
            store.Recover(journal);
            return store;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Where the process that has a folder in use says that it is to be reached; null if it does not.</summary>
    public static string? AnnouncedIn(string folder) => FolderLock.AnnouncedIn(folder);

    /// <summary>Writes where this process is to be reached into the folder, for others that find it in use.</summary>
    /// <exception cref="StorageException">JournalFailed.</exception>
    public void Announce(string address) => journal?.Announce(address);

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
        await TakeWriteLockAsync(timeout, cancellationToken).ConfigureAwait(false);
        return new(this, tokens, published, ++transactions, journal is null ? null : new ChangeRecorder());
    }

    /// <summary>Writes what changed since the last checkpoint as chunks and empties the log, so that opening is fast. Happens by itself when the log is long.</summary>
    /// <param name="timeout">How long to wait for the write lock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="StorageException">LockTimeout, JournalFailed or StoreClosed.</exception>
    public async Task CheckpointAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        await TakeWriteLockAsync(timeout, cancellationToken).ConfigureAwait(false);
        try
        {
            journal?.Checkpoint(published, tokens, transactions);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Refuses new transactions, and writes a checkpoint if the log is long and no transaction is under way, so that the next opening is fast. Snapshots stay readable; a
    /// transaction under way can no longer commit.</summary>
    public void Dispose()
    {
        var wasOpen = !isClosed;
        isClosed = true;
        if (wasOpen && journal is { IsLogLong: true } && writing.Wait(0))
        {
            TryCheckpoint(journal);
            writing.Release();
        }

        journal?.Dispose();
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
        if (journal is not null && changes is not null)
        {
            journal.Append(state.Version, changes, tokens);
        }

        published = state;
        if (journal is { IsCheckpointDue: true } && changes is not null)
        {
            TryCheckpoint(journal);
        }
    }

    /// <summary>Called by the holder of the write lock, once.</summary>
    internal void EndWrite() => writing.Release();

    private async Task TakeWriteLockAsync(TimeSpan timeout, CancellationToken cancellationToken)
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
    }

    /// <summary>The commit before it is safe, whatever happens here.</summary>
    private void TryCheckpoint(GraphJournal journal)
    {
        try
        {
            journal.Checkpoint(published, tokens, transactions);
            CheckpointFailure = null;
        }
        catch (StorageException error)
        {
            CheckpointFailure = error;
        }
    }

    private void Recover(GraphJournal journal)
    {
        writing.Wait();
        published = journal.Load(out var checkpoint);
        using var transaction = new WriteTransaction(this, tokens, published, ++transactions, changes: null);
        transaction.Commit(journal.Replay(checkpoint, transaction));
        journal.Recovered(tokens);
    }
}
