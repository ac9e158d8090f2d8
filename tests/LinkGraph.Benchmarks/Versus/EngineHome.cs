using LinkGraph.Benchmarks.Engine;
using LinkGraph.Cypher;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Benchmarks.Versus;

/// <summary>The engine on a folder in this process, without a client.</summary>
internal sealed class EngineHome : IHome
{
    private readonly QueryCatalogue _catalogue;
    private readonly GraphStore _store;
    private readonly CypherEngine _engine;

    public EngineHome(string folder, QueryCatalogue catalogue)
    {
        (_catalogue, _store) = (catalogue, GraphStore.Open(folder));
        _engine = new CypherEngine(_store);
    }

    public string Name => "in process";

    public async Task EnsureSchemaAsync()
    {
        foreach (var statement in _catalogue.InFolder("schema"))
        {
            using var result = await _engine.RunAsync(statement.Text);
            _ = result.Rows().Count();
        }
    }

    public async Task WriteAsync(IReadOnlyList<WrittenRows> statements, bool keep, Action<WrittenRows?> done)
    {
        using var transaction = _engine.Begin();
        foreach (var statement in statements)
        {
            var parameters = new MapValue().With("rows", EngineValues.Of(statement.Rows));
            using var result = await transaction.RunAsync(_catalogue.Get(statement.Query).Text, parameters);
            _ = result.Rows().Count();
            done(statement);
        }
        if (keep)
            transaction.Commit();
        done(null);
    }

    public async Task<Answer> ReadAsync(CypherQuery query, Dictionary<string, object?> parameters)
    {
        var values = new MapValue();
        foreach (var (name, value) in parameters)
            values = values.With(name, EngineValues.Of(value));
        using var result = await _engine.RunAsync(query.Text, values);
        long rows = 0, items = 0;
        foreach (var row in result.Rows())
        {
            rows++;
            foreach (var value in row)
                items += value.Kind == ValueKind.List ? value.AsList().Length : 0;
        }
        return new Answer(rows, items);
    }

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }
}
