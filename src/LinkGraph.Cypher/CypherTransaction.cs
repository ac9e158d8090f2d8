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
    public async ValueTask<CypherResult> RunAsync(string query, MapValue? parameters = null, CancellationToken cancellationToken = default)
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

            var given = parameters ?? MapValue.Empty;
            if (plan.Mode != StatementMode.Explain && plan.Parameters.Where(p => !given.ContainsKey(p)).ToList() is { Count: > 0 } missing)
            {
                throw CypherErrors.ParameterMissing($"Expected parameter(s): {string.Join(", ", missing)}");
            }

            var state = new ExecutionState
            {
                View = view,
                Transaction = writer,
                Parameters = given,
                Memory = new MemoryMeter(engine.Options.StatementMemory),
                Functions = new FunctionContext(new ViewReader(view), engine.Clock, began),
                Cancellation = cancellationToken,
                Profile = plan.Mode == StatementMode.Profile ? new Profile() : null,
            };
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
