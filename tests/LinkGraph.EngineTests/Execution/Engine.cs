using LinkGraph.Cypher;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Execution;

/// <summary>An engine on a graph in memory.</summary>
internal sealed class Engine(string? importFolder = null) : IDisposable
{
    public GraphStore Store { get; } = GraphStore.InMemory();

    public CypherEngine Cypher => field ??= new CypherEngine(Store, new CypherOptions { ImportFolder = importFolder, LockTimeout = TimeSpan.FromSeconds(5) });

    /// <summary>The rows as JSON, sorted unless the query orders them, or an exclamation mark and the code of the error.</summary>
    public async Task<List<string>> RunAsync(string query, MapValue? parameters = null)
    {
        try
        {
            using var result = await Cypher.RunAsync(query, parameters, TestContext.Current.CancellationToken);
            List<string> rows = [.. result.Rows().Select(r => "> " + JsonText.Of(r, result.View))];
            if (!IsOrdered(query))
            {
                rows.Sort(StringComparer.Ordinal);
            }

            return rows;
        }
        catch (CypherException e)
        {
            return [$"! {e.Code}", e.Message];
        }
    }

    /// <summary>The operators of a plan, the last first, each with its details.</summary>
    public async Task<List<string>> ExplainAsync(string query, MapValue? parameters = null)
    {
        using var result = await Cypher.RunAsync("EXPLAIN " + query, parameters, TestContext.Current.CancellationToken);
        return [.. Steps(result.Plan!).Select(s => $"{s.Operator} {s.Details}".TrimEnd())];
    }

    /// <summary>The last clause orders its rows.</summary>
    public static bool IsOrdered(string query) => query[(query.LastIndexOf('}') + 1)..].Contains("ORDER BY", StringComparison.Ordinal);

    public void Dispose() => Store.Dispose();

    private static IEnumerable<PlanDescription> Steps(PlanDescription plan) => plan.Children.SelectMany(Steps).Prepend(plan);
}
