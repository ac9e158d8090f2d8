using LinkGraph.Storage.Chunks;
using LinkGraph.Storage.Journal;
using LinkGraph.Storage.Snapshots;
using LinkGraph.Storage.Tokens;

namespace LinkGraph.Storage;

/// <summary>
/// The graph with the writes of one transaction. A call that throws has done nothing; a caller whose statement fails after some calls marks the transaction failed,
/// which then can only be rolled back. For one thread at a time. After a commit the view stays readable and shows what was committed; after a rollback it shows
/// the graph as it was before.
/// </summary>
public sealed partial class WriteTransaction : GraphView, IDisposable
{
    private readonly GraphStore store;
    private readonly GraphState before;
    private readonly long owner;
    private readonly ChangeRecorder? changes;
    private readonly HashSet<long> deletedNodes = [];
    private readonly HashSet<long> deletedRelationships = [];
    private readonly HashSet<int[]> ownedItems = [];
    private bool ownsNodes;
    private bool ownsRelationships;
    private bool ownsIndexes;
    private bool ownsCounts;

    internal WriteTransaction(GraphStore store, GraphTokens tokens, GraphState before, long owner, ChangeRecorder? changes)
        : base(tokens, before.Copy()) => (this.store, this.before, this.owner, this.changes) = (store, before, owner, changes);

    public TransactionState Status { get; private set; }

    /// <summary>Whether anything was written.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>The token of a label, made if there is none; it stays even if the transaction is rolled back.</summary>
    /// <exception cref="StorageException">LimitReached; so for the two that follow.</exception>
    public int GetOrAddLabel(string name) => Tokens.Labels.FindOrAdd(name);

    public int GetOrAddRelationshipType(string name) => Tokens.RelationshipTypes.FindOrAdd(name);

    public int GetOrAddPropertyKey(string name) => Tokens.PropertyKeys.FindOrAdd(name);

    /// <summary>Checks what is checked last, publishes all writes at once, and releases the write lock. If a check fails, the transaction is rolled back.</summary>
    /// <exception cref="StorageException">NodeHasRelationships, ConstraintViolated, TransactionFailed, TransactionClosed, JournalFailed or
    /// StoreClosed.</exception>
    public void Commit() => Commit(before.Version + (HasChanges ? 1 : 0));

    /// <summary>Forgets all writes and releases the write lock. Does nothing if the transaction is closed.</summary>
    public void Rollback()
    {
        if (Status is TransactionState.Committed or TransactionState.RolledBack)
        {
            return;
        }

        State = before;
        deletedNodes.Clear();
        deletedRelationships.Clear();
        End(TransactionState.RolledBack);
    }

    /// <summary>A statement failed after some of its writes: from now on the transaction can only be rolled back.</summary>
    public void MarkFailed()
    {
        if (Status == TransactionState.Open)
        {
            Status = TransactionState.Failed;
        }
    }

    public void Dispose() => Rollback();

    internal void Commit(long version)
    {
        ThrowIfNotOpen();
        try
        {
            store.ThrowIfClosed();
            CheckDeletedNodes();
            CheckDemandedProperties();
            if (HasChanges)
            {
                DropEmptyChunks();
                State.Version = version;
                store.Publish(State, changes);
            }
        }
        catch
        {
            Rollback();
            throw;
        }

        End(TransactionState.Committed);
    }

    private protected override bool IsDeleted(EntityKind entity, long id) =>
        (entity == EntityKind.Node ? deletedNodes : deletedRelationships).Contains(id);

    private void End(TransactionState status)
    {
        Status = status;
        changes?.Dispose();
        store.EndWrite();
    }

    private void ThrowIfNotOpen()
    {
        if (Status == TransactionState.Failed)
        {
            throw new StorageException(StorageError.TransactionFailed, "A statement of this transaction failed; it can only be rolled back.");
        }

        if (Status != TransactionState.Open)
        {
            throw new StorageException(StorageError.TransactionClosed, "The transaction is closed.");
        }
    }

    private static void ThrowIfUnknown(TokenTable table, int token)
    {
        if ((uint)token >= (uint)table.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(token), token, "No name has this number.");
        }
    }

    private GraphCounts OwnCounts()
    {
        if (!ownsCounts)
        {
            State.Counts = State.Counts.Copy();
            ownsCounts = true;
        }

        return State.Counts;
    }

    private NodeChunk OwnNodeChunk(int index)
    {
        OwnSpine(ref ownsNodes, State.Nodes, index, out var chunks);
        State.Nodes = chunks;
        return chunks[index] = chunks[index]?.For(owner) ?? new NodeChunk(owner);
    }

    private RelationshipChunk OwnRelationshipChunk(int index)
    {
        OwnSpine(ref ownsRelationships, State.Relationships, index, out var chunks);
        State.Relationships = chunks;
        return chunks[index] = chunks[index]?.For(owner) ?? new RelationshipChunk(owner);
    }

    private static void OwnSpine<TChunk>(ref bool isOwned, TChunk?[] chunks, int index, out TChunk?[] own)
    {
        own = chunks;
        if (!isOwned || index >= chunks.Length)
        {
            own = new TChunk?[Math.Max(chunks.Length, index + 1)];
            chunks.CopyTo(own, 0);
            isOwned = true;
        }
    }

    /// <summary>Chunks in which nothing lives any more, except the last of each kind, which new ids go to.</summary>
    private void DropEmptyChunks()
    {
        foreach (var index in deletedNodes.Select(ChunkSize.ChunkOf).Distinct())
        {
            if (index < ChunkSize.ChunkOf(State.NextNode) && State.Nodes[index] is { } chunk && chunk.IsEmpty())
            {
                State.Nodes[index] = null;
            }
        }

        foreach (var index in deletedRelationships.Select(ChunkSize.ChunkOf).Distinct())
        {
            if (index < ChunkSize.ChunkOf(State.NextRelationship) && State.Relationships[index] is { } chunk && chunk.IsEmpty())
            {
                State.Relationships[index] = null;
            }
        }
    }
}
