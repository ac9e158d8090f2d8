using System.Globalization;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Model.Evidence;
using Neo4j.Driver;

namespace LinkGraph.Graph.Evidence;

/// <summary>Reads all evidence that the graph holds: one query of cypher/evidence/ for each facet, streamed.</summary>
public sealed class EvidenceReader(GraphConnection connection, QueryCatalogue catalogue)
{
    private const int ReportEvery = 10_000;

    /// <summary>Reads the evidence of all accounts, or of some.</summary>
    /// <param name="accounts">Ids of the accounts to read; null: all.</param>
    /// <param name="progress">Told every few thousand facts.</param>
    /// <param name="cancellationToken">Checked at every record.</param>
    /// <exception cref="QueryCatalogueException">A query of the catalogue does not return what evidence must.</exception>
    public async Task<EvidenceSet> ReadAsync(
        IReadOnlyCollection<string>? accounts, IProgress<EvidenceProgress>? progress, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, object?> { ["accounts"] = accounts };
        await using var session = connection.OpenSession(AccessMode.Read);
        var (ids, prompts, ownPrompts, numbers) = await ReadAccountsAsync(session, parameters, cancellationToken);
        var queries = catalogue.Evidence;
        var facets = new List<Facet>(queries.Count);
        for (var i = 0; i < queries.Count; i++)
        {
            var position = i + 1;
            void Report(FacetBuilder builder) => progress?.Report(
                new EvidenceProgress(queries[position - 1].Facet!.Name, position, queries.Count, builder.FactCount, builder.MemberCount));
            facets.Add(await ReadFacetAsync(session, queries[i], parameters, numbers, Report, cancellationToken));
        }
        return new EvidenceSet(ids, prompts, ownPrompts, facets);
    }

    private async Task<(string[] Ids, float[] Prompts, float[] OwnPrompts, AccountNumbers Numbers)> ReadAccountsAsync(
        IAsyncSession session, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        var rows = new List<(string Id, long Node, float Prompts, float OwnPrompts)>();
        await foreach (var record in session.StreamAsync(catalogue.Get(QueryParser.AccountsQuery), parameters, cancellationToken))
            rows.Add((record["account"].As<string>(), record["node"].As<long>(), record["prompts"].As<float>(), record["ownPrompts"].As<float>()));
        rows.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        var numbers = new AccountNumbers(rows.Count);
        for (var i = 0; i < rows.Count; i++)
            numbers.Add(rows[i].Id, rows[i].Node, i);
        return (
            rows.Select(row => row.Id).ToArray(), rows.Select(row => row.Prompts).ToArray(), rows.Select(row => row.OwnPrompts).ToArray(), numbers);
    }

    private static async Task<Facet> ReadFacetAsync(
        IAsyncSession session, CypherQuery query, Dictionary<string, object?> parameters, AccountNumbers numbers,
        Action<FacetBuilder> report, CancellationToken cancellationToken)
    {
        var builder = new FacetBuilder(query.Facet!);
        var records = 0;
        await foreach (var record in session.StreamAsync(query, parameters, cancellationToken))
        {
            if (!record.Keys.Contains("fact") || !record.Keys.Contains("accounts"))
                throw new QueryCatalogueException(query.Origin, 0, "evidence returns the columns fact and accounts, and may return weights");
            if (record["fact"] is { } fact)
                AddMembers(builder, query, Convert.ToString(fact, CultureInfo.InvariantCulture)!, record, numbers);
            if (++records % ReportEvery == 0)
                report(builder);
        }
        report(builder);
        return builder.Build();
    }

    private static void AddMembers(FacetBuilder builder, CypherQuery query, string fact, IRecord record, AccountNumbers numbers)
    {
        if (record["accounts"] is not IList<object> accounts)
            throw new QueryCatalogueException(query.Origin, 0, "accounts must be a list of nodes, id(a), or of account ids");
        var weights = record.TryGetValue("weights", out var given) ? given as IList<object> : null;
        if (given is not null && weights?.Count != accounts.Count)
            throw new QueryCatalogueException(query.Origin, 0, "weights must be a list with a number for every account");
        for (var i = 0; i < accounts.Count; i++)
        {
            // An account that was written after the accounts were read is the next run's.
            if (numbers.TryFind(accounts[i], out var number))
                builder.Add(fact, number, weights is null ? 1 : Weight(query, weights[i]));
            else if (accounts[i] is not (long or string))
                throw new QueryCatalogueException(query.Origin, 0, "an account is told by its node, id(a), or by its id");
        }
    }

    private static double Weight(CypherQuery query, object? weight) => weight switch
    {
        null => 1,
        long whole => whole,
        double number => number,
        _ => throw new QueryCatalogueException(query.Origin, 0, "a weight must be a number"),
    };
}
