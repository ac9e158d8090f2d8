using System.Collections;
using System.Globalization;
using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Graph.Ingest;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Graph;

/// <summary>The graph side of the program on an empty database with the schema in it.</summary>
internal sealed class GraphHarness : IAsyncDisposable
{
    private GraphHarness(GraphConnection connection, QueryCatalogue catalogue)
    {
        Connection = connection;
        Catalogue = catalogue;
        Store = new GraphStore(connection, catalogue);
    }

    public GraphConnection Connection { get; }

    public QueryCatalogue Catalogue { get; }

    public GraphStore Store { get; }

    public static async Task<GraphHarness> StartAsync(GraphHome home, CancellationToken cancellationToken, string? userFolder = null)
    {
        var harness = new GraphHarness(new GraphConnection(await home.SharedAsync(), TimeProvider.System), QueryCatalogue.Load(userFolder));

        // Data only: to drop and create the schema for each test would make the server plan every query anew.
        await harness.QueryAsync("MATCH (n) DETACH DELETE n");
        await harness.Store.EnsureSchemaAsync(cancellationToken);
        return harness;
    }

    /// <summary>Everything the graph holds, as sorted text: two graphs are alike exactly if their dumps are.</summary>
    public async Task<List<string>> DumpAsync()
    {
        var nodes = await QueryAsync("MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties");
        var names = nodes.ToDictionary(row => (string)row["id"]!, row => $"{Show(row["labels"])} {Show(row["properties"])}");
        var relationships = await QueryAsync(
            "MATCH (a)-[r]->(b) RETURN elementId(a) AS a, elementId(b) AS b, type(r) AS type, properties(r) AS properties");
        return names.Values
            .Concat(relationships.Select(row => $"{names[(string)row["a"]!]} -{row["type"]} {Show(row["properties"])}-> {names[(string)row["b"]!]}"))
            .Order(StringComparer.Ordinal).ToList();
    }

    public async Task<List<IReadOnlyDictionary<string, object?>>> QueryAsync(string text, params (string Name, object? Value)[] parameters)
    {
        await using var session = Connection.OpenSession(AccessMode.Write);
        var cursor = await session.RunAsync(text, parameters.ToDictionary(pair => pair.Name, pair => pair.Value!));
        return await cursor.ToListAsync(IReadOnlyDictionary<string, object?> (record) =>
            record.Keys.ToDictionary(key => key, key => (object?)record[key]));
    }

    /// <summary>The single value of a query's single row.</summary>
    public async Task<object?> ScalarAsync(string text, params (string Name, object? Value)[] parameters) =>
        Assert.Single(Assert.Single(await QueryAsync(text, parameters)).Values);

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        IDictionary<string, object> map => $"{{{string.Join(", ", map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}: {Show(pair.Value)}"))}}}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Show))}]",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
