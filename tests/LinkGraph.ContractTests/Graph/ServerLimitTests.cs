using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Graph.Ingest;
using LinkGraph.Graph.Publishing;
using LinkGraph.Model.Operators;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.Graph;

/// <summary>Servers that cannot do what they are asked.</summary>
public sealed class ServerLimitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_ServerWithTooLittleMemory_SaysSoAndWritesNothing()
    {
        await using var server = await Neo4jServer.StartAsync("dbms.memory.transaction.total.max=12m");
        await using var connection = new GraphConnection(DatabaseOptions.Parse(server.Address), TimeProvider.System);
        var catalogue = QueryCatalogue.Load();
        await new GraphStore(connection, catalogue).EnsureSchemaAsync(Stop);
        var members = Enumerable.Range(0, 20_000).Select(i => new Membership($"account{i:00000}", 1)).ToArray();
        var resolution = new ResolvedOperators([Sample.Entity("large", members, [], [])]);

        var error = await Assert.ThrowsAsync<PublicationTooLargeException>(() =>
            new Publisher(connection, catalogue, TimeProvider.System).PublishAsync(resolution, new RunInfo("run1", Sample.Day, 7), Stop));

        Assert.Contains("20,000 memberships", error.Message, StringComparison.Ordinal);
        await using var session = connection.OpenSession(AccessMode.Read);
        var cursor = await session.RunAsync("MATCH (n) RETURN count(n) AS n");
        Assert.Equal(0L, (await cursor.SingleAsync())["n"]);
    }

    [Fact]
    public async Task Verify_NobodyListens_GivesUpWhenPatienceIsOver()
    {
        await using var connection = new GraphConnection(DatabaseOptions.Parse("bolt://127.0.0.1:1"), TimeProvider.System);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => connection.VerifyAsync(TimeSpan.FromSeconds(1), Stop));

        Assert.True(GraphErrors.IsUnavailable(error));
    }
}
