using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Model.Operators;
using Neo4j.Driver;

namespace LinkGraph.Graph.Publishing;

/// <summary>
/// Makes the operators in the graph equal to a resolution: reads what is published, writes the differences, all in one transaction, so
/// that no reader sees half a run. One publication at a time: the transaction begins by taking a lock.
/// </summary>
public sealed class Publisher(GraphConnection connection, QueryCatalogue catalogue, TimeProvider time)
{
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromMinutes(15);

    /// <summary>Publishes a resolution. Safe to repeat: under the same run id, and whenever the graph holds this resolution already.</summary>
    /// <param name="resolution">What is to stand.</param>
    /// <param name="run">The run that found it.</param>
    /// <param name="cancellationToken">Checked between statements; nothing of a publication that is cancelled stays.</param>
    /// <exception cref="PublicationTooLargeException">The server has too little memory for it.</exception>
    public async Task<Publication> PublishAsync(ResolvedOperators resolution, RunInfo run, CancellationToken cancellationToken)
    {
        var wanted = WantedState.Of(resolution, catalogue);
        await using var session = connection.OpenSession(AccessMode.Write);
        try
        {
            return await session.ExecuteWriteAsync(
                async runner => await PublishAsync(runner, wanted, run, cancellationToken),
                transaction => transaction.WithTimeout(LongestTransaction));
        }
        catch (Exception error) when (GraphErrors.IsOutOfMemory(error))
        {
            throw new PublicationTooLargeException(
                $"The database has too little memory to publish {wanted.Memberships.Count:N0} memberships and {wanted.Links.Count:N0} links in one "
                + "transaction. Give it a larger heap (server.memory.heap.max_size: 2 GB hold some 300,000 links) or raise "
                + "dbms.memory.transaction.total.max, and publish again. Nothing was written.",
                error);
        }
    }

    private async Task<Publication> PublishAsync(
        IAsyncQueryRunner runner, PublishedState wanted, RunInfo run, CancellationToken cancellationToken)
    {
        await runner.ExecuteAsync(catalogue.Get("publish/lock"), [], cancellationToken);
        var earlier = await runner.FirstOrDefaultAsync(catalogue.Get("publish/run_read"), new() { ["run"] = run.Id }, cancellationToken);
        if (earlier is not null)
            return Publication.FromProperties(earlier["properties"].As<Dictionary<string, object>>());
        var published = await PublishedState.ReadAsync(runner, catalogue, cancellationToken);
        var difference = PublicationDiff.Between(published, wanted);
        if (difference.Publication.HasChanges)
            await WriteAsync(runner, difference, wanted, run, cancellationToken);
        return difference.Publication;
    }

    private async Task WriteAsync(
        IAsyncQueryRunner runner, PublicationDiff difference, PublishedState wanted, RunInfo run, CancellationToken cancellationToken)
    {
        var pipeline = new StatementPipeline(runner);
        var now = time.GetUtcNow();
        Dictionary<string, object?> at = new() { ["at"] = now };
        Dictionary<string, object?> byRun = new() { ["run"] = run.Id };
        Dictionary<string, object?> both = new() { ["at"] = now, ["run"] = run.Id };
        await Rows("operators", difference.Operators.Select(object (row) => new object[] { row.Operator, row.Properties }), at);
        await Rows("memberships_ended", difference.MembershipsEnded.Select(object (key) => new[] { key.Account, key.Operator }), both);
        await Rows("memberships", difference.MembershipsBegun.Select(Membership), both);
        await Rows("memberships_changed", difference.MembershipsChanged.Select(Membership), byRun);
        if (difference.OperatorsEnded.Count > 0)
        {
            await pipeline.SendAsync(
                catalogue.Get("publish/operators_ended"), new() { ["operators"] = difference.OperatorsEnded, ["at"] = now }, cancellationToken);
        }
        await Rows("links_ended", difference.LinksRemoved.Select(object (key) => new[] { key.From, key.To }), []);
        await Rows("links", difference.LinksAdded.Select(Link), byRun);
        await Rows("links_changed", difference.LinksChanged.Select(Link), byRun);
        await Rows("summary_ended", difference.UsesRemoved.Select(object (key) => new[] { key.Operator, key.Facet, key.Fact }), []);
        foreach (var facet in difference.Uses.GroupBy(row => row.Key.Facet))
        {
            await Rows($"uses_{facet.Key}", facet.Select(object (row) => new object[]
            {
                row.Key.Operator, row.Key.Fact, row.Value.Accounts, row.Value.Share, row.Value.Lift,
            }), []);
        }
        var properties = difference.Publication.ToProperties();
        properties["startedAt"] = run.StartedAt.ToUniversalTime();
        properties["publishedAt"] = now;
        properties["accounts"] = run.Accounts;
        properties["operators"] = wanted.Operators.Count;
        properties["members"] = wanted.Memberships.Count;
        await pipeline.SendAsync(catalogue.Get("publish/run"), new() { ["run"] = run.Id, ["properties"] = properties }, cancellationToken);
        await pipeline.CompleteAsync();

        Task Rows(string query, IEnumerable<object> rows, Dictionary<string, object?> others) =>
            pipeline.SendRowsAsync(catalogue.Get($"publish/{query}"), rows.ToList(), others, cancellationToken);
        static object Membership(((string Account, string Operator) Key, double Confidence) row) =>
            new object[] { row.Key.Account, row.Key.Operator, row.Confidence };
        static object Link(((string From, string To) Key, LinkValue Value) row) =>
            new object[] { row.Key.From, row.Key.To, row.Value.Bits, row.Value.Facets };
    }
}
