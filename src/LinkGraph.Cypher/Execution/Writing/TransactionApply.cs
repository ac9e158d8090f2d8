using LinkGraph.Cypher.Execution.Shaping;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Writing;

/// <summary>
/// CALL { … } IN TRANSACTIONS. Rows come from a snapshot taken at the start, so that what batches write is never read back as input; a batch runs
/// in a transaction of its own, and its rows are given on when it is committed. There is one writer, so IN n CONCURRENT TRANSACTIONS runs its batches
/// one after the other: one of the orders in which concurrent ones may happen.
/// </summary>
/// <param name="input">Gives the rows.</param>
/// <param name="body">Runs beside each.</param>
/// <param name="kept">Slots of the input.</param>
/// <param name="produced">Slots that the body fills.</param>
/// <param name="size">Rows of a batch.</param>
/// <param name="mode">What a failing batch means for the others.</param>
/// <param name="status">Slot of the report; -1 for none.</param>
internal sealed class TransactionApply(
    Operator input, Operator body, int[] kept, int[] produced, Evaluator size, TransactionErrorMode mode, int status) : Operator
{
    private static long batches;

    public override IReadOnlyList<Operator> Inputs => [input, body];

    private bool Survives => mode is TransactionErrorMode.Continue or TransactionErrorMode.Break;

    protected override IEnumerable<Row> Run(ExecutionState state, Value[] row)
    {
        var transactions = state.Batches ?? throw CypherErrors.OnlyAlone();
        var most = RowCount.Of(size(state, row), "OF ROWS");
        if (most == 0)
        {
            throw CypherErrors.Argument("A batch has at least one row.");
        }

        var (snapshot, broken) = (transactions.Snapshot(), false);
        var batch = new SavedRows(state, kept);
        transactions.Read(snapshot);
        foreach (var _ in input.Rows(state, row))
        {
            batch.Save(row);
            if (batch.Count < most)
            {
                continue;
            }

            foreach (var r in Batch(state, row, batch, ref broken))
            {
                yield return r;
            }

            batch.Dispose();
            batch = new SavedRows(state, kept);
            transactions.Read(snapshot);
        }

        foreach (var r in batch.Count > 0 ? Batch(state, row, batch, ref broken) : [])
        {
            yield return r;
        }

        batch.Dispose();
        transactions.Read(state.Transaction ?? transactions.Snapshot());
    }

    private IEnumerable<Row> Batch(ExecutionState state, Value[] row, SavedRows batch, ref bool broken)
    {
        state.Batches!.Read(state.Transaction ?? state.Batches.Snapshot());
        var result = new SavedRows(state, [.. kept, .. produced]);
        var (before, error) = (state.Counters.Copy(), (string?)null);
        if (!broken)
        {
            try
            {
                Execute(state, row, batch, result);
            }
            catch (Exception e) when (Survives && e is CypherException or StorageException)
            {
                error = e.Message;
                state.Counters = before;
                state.Batches.RollBack();
            }
        }

        var report = status < 0 ? Value.Null : Report(!broken, error);
        var failed = broken || error is not null;
        broken |= error is not null && mode == TransactionErrorMode.Break;
        return Given(row, failed ? batch : result, failed, report);
    }

    private void Execute(ExecutionState state, Value[] row, SavedRows batch, SavedRows result)
    {
        foreach (var saved in batch.All)
        {
            batch.Restore(saved, row);
            foreach (var _ in body.Rows(state, row))
            {
                result.Save(row);
            }
        }

        state.Transaction?.CheckDeletedNodes();
        state.Batches!.Commit();
    }

    private IEnumerable<Row> Given(Value[] row, SavedRows rows, bool failed, Value report)
    {
        using var held = rows;
        foreach (var saved in held.All)
        {
            held.Restore(saved, row);
            foreach (var slot in failed ? produced : [])
            {
                row[slot] = Value.Null;
            }

            if (status >= 0)
            {
                row[status] = report;
            }

            yield return default;
        }
    }

    private static Value Report(bool started, string? error) => Value.Map(new MapValue()
        .With("committed", Value.Of(started && error is null))
        .With("errorMessage", error is null ? Value.Null : Value.Of(error))
        .With("started", Value.Of(started))
        .With("transactionId", started ? Value.Of($"neo4j-transaction-{Interlocked.Increment(ref batches)}") : Value.Null));
}
