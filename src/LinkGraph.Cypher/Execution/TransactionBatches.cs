using LinkGraph.Storage;

namespace LinkGraph.Cypher.Execution;

/// <summary>Lets a statement that is alone in its transaction commit what it has done so far, and go on in a new transaction.</summary>
/// <param name="state">Of the statement.</param>
/// <param name="reader">What its functions read from.</param>
/// <param name="store">The graph.</param>
/// <param name="renew">Commits (true) or rolls back the transaction under way and begins the next; null if the statement only reads.</param>
internal sealed class TransactionBatches(
    ExecutionState state, ViewReader reader, GraphStore store, Func<bool, CancellationToken, WriteTransaction?> renew)
{
    /// <summary>The graph as it is committed now.</summary>
    public IGraphView Snapshot() => store.BeginRead();

    /// <summary>From now on the statement reads this.</summary>
    public void Read(IGraphView view)
    {
        state.View = view;
        reader.Read(view);
    }

    /// <exception cref="CypherException">What has been done may not be, or the write lock is not had again in time.</exception>
    public void Commit() => Next(true);

    public void RollBack() => Next(false);

    private void Next(bool commit)
    {
        state.Transaction = renew(commit, state.Cancellation);
        Read(state.Transaction ?? Snapshot());
    }
}
