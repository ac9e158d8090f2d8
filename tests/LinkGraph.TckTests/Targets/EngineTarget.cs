using LinkGraph.Cypher;
using LinkGraph.Cypher.Planning;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;
using LinkGraph.TckTests.Running;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Targets;

/// <summary>The embedded engine, in memory.</summary>
internal sealed class EngineTarget : ITckTarget
{
    private GraphStore store = GraphStore.InMemory();
    private CypherEngine engine;

    public EngineTarget() => engine = new CypherEngine(store);

    public string Name => "LinkGraph's engine";

    public Task ResetAsync(CancellationToken cancel)
    {
        store.Dispose();
        store = GraphStore.InMemory();
        engine = new CypherEngine(store);
        return Task.CompletedTask;
    }

    public Task<bool> RegisterAsync(TckProcedure procedure, CancellationToken cancel)
    {
        engine.Procedures.Add(new Procedure(
            procedure.Name, [.. procedure.Inputs.Select(i => (i.Name, i.Type))], [.. procedure.Outputs.Select(o => (o.Name, o.Type))], false,
            (state, arguments) => procedure.Call([.. arguments.Select(a => EngineValues.Of(a, state.View))]).Select(row => row.Select(EngineValues.ToValue).ToArray())));
        return Task.FromResult(true);
    }

    public async Task<TckOutcome> RunAsync(string query, IReadOnlyDictionary<string, TckValue> parameters, CancellationToken cancel)
    {
        var given = new MapValue(parameters.Select(p => KeyValuePair.Create(p.Key, EngineValues.ToValue(p.Value))));
        CypherResult result;
        try
        {
            result = await engine.RunAsync(query, given, cancel);
        }
        catch (CypherException e)
        {
            return TckOutcome.Of(TckError.FromStatusCode(e.Code, TckPhase.CompileTime, e.Message));
        }

        try
        {
            using (result)
            {
                var rows = result.Rows().Select(row => (IReadOnlyList<TckValue>)[.. row.Select(v => EngineValues.Of(v, result.View))]).ToList();
                return TckOutcome.Of(new TckTable(result.Columns, rows));
            }
        }
        catch (CypherException e)
        {
            return TckOutcome.Of(TckError.FromStatusCode(e.Code, TckPhase.Runtime, e.Message));
        }
    }

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        return ValueTask.CompletedTask;
    }
}
