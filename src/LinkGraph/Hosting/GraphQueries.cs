using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using Neo4j.Driver;

namespace LinkGraph.Hosting;

/// <summary>Queries of the catalogue that commands show the answers of.</summary>
internal sealed class GraphQueries(GraphConnection connection, QueryCatalogue catalogue, CypherRunner runner)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Returns when the server answers; commands begin with it, so that a wrong address is noticed at once.</summary>
    public Task VerifyAsync(CancellationToken cancellationToken) => connection.VerifyAsync(s_patience, cancellationToken);

    /// <summary>All records of a query, by column.</summary>
    public async Task<List<IReadOnlyDictionary<string, object?>>> ReadAsync(
        string name, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        var query = catalogue.Get(name);
        await using var result = await runner.RunAsync(query.Text, query.Bind(parameters), AccessMode.Read, cancellationToken);
        var records = new List<IReadOnlyDictionary<string, object?>>();
        await foreach (var values in result.ReadAsync(cancellationToken))
            records.Add(result.Keys.Index().ToDictionary(k => k.Item, k => values[k.Index]));
        return records;
    }

    /// <summary>Operators by account, as published.</summary>
    public async Task<Dictionary<string, string>> ReadAssignmentsAsync(CancellationToken cancellationToken)
    {
        var records = await ReadAsync("show/assignments", [], cancellationToken);
        return records.ToDictionary(r => (string)r["account"]!, r => (string)r["operator"]!, StringComparer.Ordinal);
    }
}
