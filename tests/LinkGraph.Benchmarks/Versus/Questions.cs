using LinkGraph.Graph.Catalogue;
using LinkGraph.Model.Operators;

namespace LinkGraph.Benchmarks.Versus;

/// <summary>The questions of cypher/investigate, about the largest operators of a world, and look-ups of its accounts.</summary>
internal sealed class Questions
{
    /// <summary>A prime, so that look-ups go all over the accounts.</summary>
    private const int Stride = 7_919;

    private readonly string[] _accounts;

    public Questions(QueryCatalogue catalogue, ResolvedOperators resolution, string[] accounts, string model)
    {
        _accounts = accounts;
        var largest = resolution.Operators.Take(2).ToList();
        var members = largest[0].Members;
        Dictionary<string, object?> about = new()
        {
            ["operator"] = largest[0].Id,
            ["left"] = largest[0].Id,
            ["right"] = largest[^1].Id,
            ["account"] = members[0].Account,
            ["a"] = members[0].Account,
            ["b"] = members[^1].Account,
            ["model"] = model,
        };
        All = [.. catalogue.InFolder("investigate").Select(query => (
            query, query.Bind(about.Where(given => query.Parameters.Any(p => p.Name == given.Key)).ToDictionary()!)))];
    }

    /// <summary>By the unique key, one row with three values.</summary>
    public static CypherQuery LookUp { get; } =
        new("lookup", "MATCH (a:Account {id: $id}) RETURN a.status, a.country, a.createdAt", null, "An account", [], null, "benchmark");

    public IReadOnlyList<(CypherQuery Query, Dictionary<string, object?> Parameters)> All { get; }

    public string AnAccount(int number) => _accounts[(int)((long)number * Stride % _accounts.Length)];
}
