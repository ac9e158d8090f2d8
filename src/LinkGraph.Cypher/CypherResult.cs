using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Planning;
using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher;

/// <summary>The rows of a statement, computed as they are read, once.</summary>
public sealed class CypherResult : IDisposable
{
    private readonly IEnumerable<Value[]> rows;
    private readonly ExecutionState state;
    private readonly QueryPlan plan;
    private CypherTransaction? owned;

    internal CypherResult(QueryPlan plan, IEnumerable<Value[]> rows, ExecutionState state) => (this.plan, this.rows, this.state) = (plan, rows, state);

    public IReadOnlyList<string> Columns => plan.Columns;

    /// <summary>What the statement changed so far.</summary>
    public QueryCounters Counters => state.Counters;

    /// <summary>The plan, if EXPLAIN or PROFILE asked for it; with rows once all are read.</summary>
    public PlanDescription? Plan => plan.Mode == StatementMode.Execute ? null : PlanDescription.Of(plan.Root, state.Profile);

    /// <summary>Rows were counted for <see cref="Plan"/>.</summary>
    public bool IsProfiled => state.Profile is not null;

    /// <summary>r, rw, w or s, as Bolt tells clients what kind of statement it was.</summary>
    public string Type => plan.IsSchema ? "s" : !plan.Writes ? "r" : plan.Columns.Count > 0 ? "rw" : "w";

    /// <summary>It changes the graph or the schema, or would if it were run.</summary>
    public bool Writes => plan.Writes;

    /// <summary>What nodes and relationships of the rows are read from. Valid until the transaction ends.</summary>
    public IGraphView View => state.View;

    /// <exception cref="CypherException">The statement fails; its transaction can only be rolled back.</exception>
    public IEnumerable<Value[]> Rows()
    {
        using var enumerator = rows.GetEnumerator();
        while (true)
        {
            try
            {
                if (!enumerator.MoveNext())
                {
                    owned?.Commit();
                    owned = null;
                    yield break;
                }
            }
            catch (Exception e) when (e is StorageException)
            {
                Dispose();
                throw StorageErrors.ToCypher((StorageException)e);
            }
            catch
            {
                Dispose();
                throw;
            }

            yield return enumerator.Current;
        }
    }

    public void Dispose()
    {
        owned?.Dispose();
        owned = null;
    }

    internal CypherResult Owning(CypherTransaction transaction)
    {
        owned = transaction;
        return this;
    }
}
