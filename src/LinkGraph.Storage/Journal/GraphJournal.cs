using LinkGraph.Storage.Snapshots;
using LinkGraph.Storage.Tokens;

namespace LinkGraph.Storage.Journal;

/// <summary>A database folder: its lock, its log, and what of the graph is in them. Used by the holder of the write lock.</summary>
internal sealed class GraphJournal : IDisposable
{
    /// <summary>Bytes of log that take about a tenth of a second.</summary>
    private const long LongLog = 1L << 20;

    private readonly FolderLock folder;
    private readonly TransactionLog log;
    private readonly long checkpointAfter;
    private TokenCounts logged;
    private long loggedBytes;
    private long dueAt;
    private long checkpointed;

    private GraphJournal(FolderLock folder, TransactionLog log, long checkpointAfter)
    {
        (this.folder, this.log, this.checkpointAfter) = (folder, log, checkpointAfter);
        dueAt = checkpointAfter;
    }

    public bool IsCheckpointDue => loggedBytes > dueAt;

    /// <summary>To do again what is in the log would make the next opening slow.</summary>
    public bool IsLogLong => loggedBytes > LongLog;

    /// <exception cref="StorageException">FolderInUse, JournalDamaged or JournalFailed.</exception>
    public static GraphJournal Open(string path, StoreOptions options)
    {
        var folder = FolderLock.Take(path);
        try
        {
            return new(folder, TransactionLog.Open(Path.Combine(path, "graph.db")), options.CheckpointAfter);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Announce(string address) => folder.Announce(address);

    /// <summary>The chunks as of the last checkpoint.</summary>
    /// <param name="checkpoint">What is to be done before the log: see <see cref="Replay"/>.</param>
    /// <exception cref="StorageException">JournalDamaged or JournalFailed.</exception>
    public GraphState Load(out Checkpoint checkpoint)
    {
        try
        {
            checkpoint = log.ReadCheckpoint();
            using var loader = new StateLoader(checkpoint);
            Concurrently.ForEach(log.ReadChunks(EntityKind.Node).Concat(log.ReadChunks(EntityKind.Relationship)), loader.Add);
            return loader.Finish();
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw new StorageException(StorageError.JournalDamaged, $"The checkpoint cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Does all that the log says after the checkpoint, in one transaction.</summary>
    /// <returns>The number of the last transaction in the log.</returns>
    /// <exception cref="StorageException">JournalDamaged or JournalFailed.</exception>
    public long Replay(Checkpoint checkpoint, WriteTransaction transaction)
    {
        var sequence = checkpoint.Version;
        try
        {
            if (checkpoint.Catalogue.Length > 0)
            {
                var catalogue = checkpoint.Catalogue;
                transaction.FillTogether(() => ChangeReplay.Apply(catalogue, transaction));
            }

            foreach (var (number, body) in log.Read(checkpoint.Version))
            {
                sequence = number;
                loggedBytes += body.Length;
                ChangeReplay.Apply(body, transaction);
            }
        }
        catch (Exception error) when (IsUnreadable(error) || error is StorageException { Error: not (StorageError.JournalDamaged or StorageError.JournalFailed) })
        {
            throw new StorageException(StorageError.JournalDamaged, $"Transaction {sequence} in the log cannot be repeated: {error.Message}", error);
        }

        return sequence;
    }

    /// <summary>From now on all names are known to be in the log.</summary>
    public void Recovered(GraphTokens tokens) => logged = TokenCounts.Of(tokens);

    /// <exception cref="StorageException">JournalFailed or StoreClosed; then nothing was written.</exception>
    public void Append(long version, ChangeRecorder changes, GraphTokens tokens)
    {
        var counts = TokenCounts.Of(tokens);
        var body = changes.Finish(tokens, logged);
        log.Append(version, body);
        (logged, loggedBytes) = (counts, loggedBytes + body.Length);
    }

    /// <summary>Writes the chunks that changed since the last checkpoint and drops the log.</summary>
    /// <param name="state">What is published.</param>
    /// <param name="tokens">Its names.</param>
    /// <param name="transaction">The number of the last transaction.</param>
    /// <exception cref="StorageException">JournalFailed or StoreClosed; then the log stays.</exception>
    public void Checkpoint(GraphState state, GraphTokens tokens, long transaction)
    {
        // If it fails, the next commits do not try again at once: a disk that is full stays so for a while, and the log is safe.
        dueAt = loggedBytes + checkpointAfter;
        log.Save(new(state.Version, state.NextNode, state.NextRelationship, Catalogue(state.Schema, tokens)), Changed(state));
        (checkpointed, loggedBytes, dueAt) = (transaction, 0, checkpointAfter);
    }

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    /// <summary>Bytes that are no journal of ours, as against an error of the program.</summary>
    public static bool IsUnreadable(Exception error) =>
        error is InvalidDataException or IOException or ArgumentException or FormatException or OverflowException;

    private static byte[] Catalogue(GraphSchema schema, GraphTokens tokens)
    {
        using var changes = new ChangeRecorder();
        foreach (var index in schema.Indexes.Where(index => !index.IsUnique))
        {
            changes.CreateIndex(index);
        }

        foreach (var constraint in schema.Constraints)
        {
            changes.CreateConstraint(constraint);
        }

        return changes.Finish(tokens, default);
    }

    private IEnumerable<StoredChunk> Changed(GraphState state)
    {
        for (var number = 0; number < state.Nodes.Length; number++)
        {
            if (state.Nodes[number] is not { } chunk)
            {
                yield return new(EntityKind.Node, number, null);
            }
            else if (chunk.Owner > checkpointed)
            {
                yield return new(EntityKind.Node, number, ChunkWriter.Write(chunk));
            }
        }

        for (var number = 0; number < state.Relationships.Length; number++)
        {
            if (state.Relationships[number] is not { } chunk)
            {
                yield return new(EntityKind.Relationship, number, null);
            }
            else if (chunk.Owner > checkpointed)
            {
                yield return new(EntityKind.Relationship, number, ChunkWriter.Write(chunk));
            }
        }
    }
}
