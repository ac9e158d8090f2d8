using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using Neo4j.Driver;

namespace LinkGraph.Graph.Publishing;

/// <summary>
/// Brings figures up to date that only save readers from counting: the number of accounts on every fact, the time in which an operator was
/// seen with it. Only what differs is written, in transactions of bounded size; repeating it writes nothing.
/// </summary>
public sealed class FactStatistics(GraphConnection connection, QueryCatalogue catalogue)
{
    private const string Prefix = "publish/degrees_";
    private const int NodesPerTransaction = 50_000;

    /// <summary>Returns how many nodes and relationships were written.</summary>
    public async Task<long> RefreshAsync(CancellationToken cancellationToken)
    {
        var written = 0L;
        await using var session = connection.OpenSession(AccessMode.Write);
        foreach (var query in catalogue.InFolder("publish").Where(query => query.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            long changed;
            do
            {
                changed = await WriteAsync(session, query, new() { ["limit"] = NodesPerTransaction }, cancellationToken);
                written += changed;
            }
            while (changed == NodesPerTransaction);
        }
        return written + await WriteAsync(session, catalogue.Get("publish/seen"), [], cancellationToken);
    }

    private static Task<long> WriteAsync(
        IAsyncSession session, CypherQuery query, Dictionary<string, object?> parameters, CancellationToken cancellationToken) =>
        session.ExecuteWriteAsync(async runner =>
        {
            var record = await runner.FirstOrDefaultAsync(query, parameters, cancellationToken);
            return record is null ? 0 : record["changed"].As<long>();
        });
}
