using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Functions;
using LinkGraph.Cypher.Planning;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher;

/// <summary>
/// Statements that happen together or not at all. Reading statements see what is committed when they begin; from the first statement on that
/// writes, all see this transaction's own writes, and no other transaction writes until it ends.
/// </summary>
public sealed class CypherTransaction : IDisposable
{
    private readonly CypherEngine engine;
    private readonly DateTimeOffset began;
    private WriteTransaction? writer;

    internal CypherTransaction(CypherEngine engine) => (this.engine, began) = (engine, engine.Clock.GetUtcNow());

    /// <exception cref="CypherException">The statement is wrong, or another transaction keeps the write lock for too long.</exception>
    public ValueTask<CypherResult> RunAsync(string query, MapValue? parameters = null, CancellationToken cancellationToken = default) =>
        RunAsync(query, parameters, false, cancellationToken);

    /// <param name="query">The statement.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="alone">It is the transaction's only statement, so that it may commit in parts.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async ValueTask<CypherResult> RunAsync(string query, MapValue? parameters, bool alone, CancellationToken cancellationToken)
    {
        try
        {
            var view = writer ?? (IGraphView)engine.Store.BeginRead();
            var plan = engine.Plans.Plan(query, view);
            if (plan.Writes && writer is null && plan.Mode != StatementMode.Explain)
            {
                writer = await engine.Store.BeginWriteAsync(engine.Options.LockTimeout, cancellationToken).ConfigureAwait(false);
                view = writer;
                plan = engine.Plans.Plan(query, view);
            }

            if (plan.CommitsInParts && !alone)
            {
                throw CypherErrors.OnlyAlone();
            }

            var given = parameters ?? MapValue.Empty;
            if (plan.Mode != StatementMode.Explain && plan.Parameters.Where(p => !given.ContainsKey(p)).ToList() is { Count: > 0 } missing)
            {
                throw CypherErrors.ParameterMissing($"Expected parameter(s): {string.Join(", ", missing)}");
            }

            var (reader, memory) = (new ViewReader(view), new MemoryMeter(engine.Options.StatementMemory));
            var state = new ExecutionState
            {
                View = view,
                Transaction = writer,
                Parameters = given,
                Memory = memory,
                Functions = new FunctionContext(reader, engine.Clock, began) { Memory = memory, Cancellation = cancellationToken },
                ImportFolder = engine.Options.ImportFolder,
                User = engine.Options.User,
                Cancellation = cancellationToken,
                Profile = plan.Mode == StatementMode.Profile ? new Profile() : null,
            };
            state.Batches = alone ? new TransactionBatches(state, reader, engine.Store, Renew) : null;
            return new CypherResult(plan, plan.Mode == StatementMode.Explain ? [] : Rows(plan, state), state);
        }
        catch (StorageException e)
        {
            throw StorageErrors.ToCypher(e);
        }
    }

    public void Commit()
    {
        try
        {
            writer?.Commit();
        }
        catch (StorageException e)
        {
            throw StorageErrors.ToCypher(e);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Rolls back what is not committed.</summary>
    public void Dispose()
    {
        writer?.Dispose();
        writer = null;
    }

    /// <summary>Ends the transaction under way, if there is one, and begins the next.</summary>
    private WriteTransaction? Renew(bool commit, CancellationToken cancellationToken)
    {
        if (writer is not { } ended)
        {
            return null;
        }

        try
        {
            if (commit)
            {
                ended.Commit();
            }
        }
        catch (StorageException e)
        {
            throw StorageErrors.ToCypher(e);
        }
        finally
        {
            ended.Dispose();
        }

        // Rows are pulled, not awaited; the wait is that for a lock, and it ends.
        writer = engine.Store.BeginWriteAsync(engine.Options.LockTimeout, cancellationToken).GetAwaiter().GetResult();
        return writer;
    }

    private static IEnumerable<Value[]> Rows(QueryPlan plan, ExecutionState state)
    {
        var row = new Value[plan.FrameSize];
        foreach (var _ in plan.Root.Rows(state, row))
        {
            if (plan.Columns.Count > 0)
            {
                var result = new Value[plan.Slots.Count];
                for (var i = 0; i < result.Length; i++)
                {
                    result[i] = row[plan.Slots[i]];
                }

                yield return result;
            }
        }

        state.Transaction?.CheckDeletedNodes();
    }
}
