using LinkGraph.Cypher.Execution;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher;

/// <summary>The rows of a statement, computed as they are read, once.</summary>
public sealed class CypherResult : IDisposable
{
    private readonly IEnumerable<Value[]> rows;
    private readonly ExecutionState? state;
    private CypherTransaction? owned;

    internal CypherResult(IReadOnlyList<string> columns, IEnumerable<Value[]> rows, ExecutionState? state, string? plan = null) =>
        (Columns, this.rows, this.state, Plan) = (columns, rows, state, plan);

    public IReadOnlyList<string> Columns { get; }

    /// <summary>What the statement changed so far.</summary>
    public QueryCounters Counters => state?.Counters ?? new QueryCounters();

    /// <summary>The plan, if EXPLAIN or PROFILE asked for it.</summary>
    public string? Plan { get; }

    /// <summary>What nodes and relationships of the rows are read from. Valid until the transaction ends.</summary>
    public IGraphView? View => state?.View;

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
