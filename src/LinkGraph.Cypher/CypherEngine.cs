using LinkGraph.Cypher.Planning;
using LinkGraph.Cypher.Procedures;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher;

/// <summary>Runs Cypher over a graph. Safe to use from many threads; transactions are not.</summary>
public sealed class CypherEngine
{
    /// <param name="store">The graph; whoever opened it closes it.</param>
    /// <param name="options">Limits; the defaults if null.</param>
    /// <param name="clock">Tells the time; the system's if null.</param>
    public CypherEngine(GraphStore store, CypherOptions? options = null, TimeProvider? clock = null)
    {
        (Store, Options, Clock) = (store, options ?? new CypherOptions(), clock ?? TimeProvider.System);
        BuiltInProcedures.Register(Procedures);
        Plans = new PlanCache(Procedures);
    }

    public GraphStore Store { get; }

    public CypherOptions Options { get; }

    internal ProcedureRegistry Procedures { get; } = new();

    internal PlanCache Plans { get; }

    internal TimeProvider Clock { get; }

    /// <summary>Begins a transaction of several statements. It takes the write lock with its first statement that writes.</summary>
    public CypherTransaction Begin() => new(this);

    /// <summary>Runs one statement in a transaction of its own, which commits when the last row is read; disposing of the result before rolls back.</summary>
    /// <exception cref="CypherException">The statement is wrong; what goes wrong later comes while rows are read.</exception>
    public async ValueTask<CypherResult> RunAsync(string query, MapValue? parameters = null, CancellationToken cancellationToken = default)
    {
        var transaction = Begin();
        try
        {
            return (await transaction.RunAsync(query, parameters, true, cancellationToken).ConfigureAwait(false)).Owning(transaction);
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }
}
