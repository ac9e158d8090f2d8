using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using Neo4j.Driver;

namespace LinkGraph.Graph.Publishing;

/// <summary>
/// Operators in the form in which the graph holds them: what is published, read from the graph, and what is to be, made from a resolution.
/// </summary>
internal sealed class PublishedState
{
    /// <summary>By operator.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, object?>> Operators { get; } = new(StringComparer.Ordinal);

    /// <summary>Confidence, by account and operator.</summary>
    public Dictionary<(string Account, string Operator), double> Memberships { get; } = [];

    public Dictionary<(string From, string To), LinkValue> Links { get; } = [];

    public Dictionary<(string Operator, string Facet, string Fact), UseValue> Uses { get; } = [];

    public static async Task<PublishedState> ReadAsync(IAsyncQueryRunner runner, QueryCatalogue catalogue, CancellationToken cancellationToken)
    {
        var state = new PublishedState();
        await foreach (var record in Stream("publish/operators_read"))
            state.Operators.Add(record["operator"].As<string>(), record["properties"].As<Dictionary<string, object?>>());
        await foreach (var record in Stream("publish/memberships_read"))
        {
            foreach (var member in Lists(record["members"]))
                state.Memberships.Add(((string)member[0], record["operator"].As<string>()), (double)member[1]);
        }
        await foreach (var record in Stream("publish/links_read"))
        {
            foreach (var link in Lists(record["links"]))
                state.Links.Add((record["account"].As<string>(), (string)link[0]), new LinkValue((double)link[1], link[2].As<List<string>>()));
        }
        await foreach (var record in Stream("publish/summary_read"))
        {
            foreach (var use in Lists(record["uses"]))
            {
                state.Uses.Add(
                    (record["operator"].As<string>(), (string)use[0], (string)use[1]),
                    new UseValue((long)use[2], (double)use[3], (double)use[4]));
            }
        }
        return state;

        IAsyncEnumerable<IRecord> Stream(string query) => runner.StreamAsync(catalogue.Get(query), [], cancellationToken);
        static IEnumerable<IList<object>> Lists(object value) => ((IList<object>)value).Cast<IList<object>>();
    }
}
