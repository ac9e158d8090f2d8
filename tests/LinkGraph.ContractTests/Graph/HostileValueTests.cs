using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Evidence;
using LinkGraph.Graph.Publishing;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Operators;
using LinkGraph.Model.Records;

namespace LinkGraph.ContractTests.Graph;


/// <summary>Whatever a field holds goes through the graph byte for byte and never becomes Cypher.</summary>
public abstract class HostileValueTests(GraphHome home)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j) : HostileValueTests(new Neo4jHome(neo4j));

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home) : HostileValueTests(home);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Values => new()
    {
        "O'Brien \"quoted\" `ticked` \\ \\u0041 $account {id: 1}",
        "'}) DETACH DELETE a //",
        "x' OR 1=1 MATCH (n) DETACH DELETE n; DROP CONSTRAINT account_id",
        "\u0001\t\r\n\u007f\u200b\u202e\ufeff",
        "e\u0301 \u00e9 \ud83d\udc69\u200d\ud83d\udcbb \ud834\udd1e \u4e2d\u6587",
        "null",
        " leading and trailing ",
        new string('\u4e2d', 2_000),
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Write_HostileValueInEveryField_ComesBackAsItIs(string value)
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        var batch = new IngestBatch(new Checkpoint(value, 1, 1, value))
        {
            Accounts = [new(value, Sample.Day, value, value, value, value, value, AccountStatus.Active, Sample.Day), Sample.Account("bystander")],
            Activity = [new(value, 1, 1, 1, Sample.Hours(0, 1))],
            Payments = [new(value, value, value, value, value, Sample.Hours(0, 1))],
            Addresses = [Sample.Use(value, value, 0, 1)],
            Clients = [Sample.Use(value, value, 0, 1)],
            ModelUses = [Sample.Use(value, value, 0, 1)],
            Networks = [new(value, value, value, 1)],
            Models = [new(value, Sample.Day)],
        };

        Assert.True(await graph.Store.WriteAsync(batch, Stop));
        await graph.Store.WriteSentAsync(new([new(value, value, 1, Sample.Hours(0, 1))], [], [new(value, 1, 1)]), Stop);
        await graph.Store.WriteExitsAsync([new(value, value, 1)], Stop);

        Assert.Equal(batch.Checkpoint, await graph.Store.ReadCheckpointAsync(value, Stop));
        Assert.Equal(new SentRow(value, value, 1, Sample.Hours(0, 1)), Assert.Single(await GraphStoreTests.ToListAsync(graph.Store.ReadSentAsync(Stop))));
        Assert.Equal(new ExitRow(value, value, 1), Assert.Single(await GraphStoreTests.ToListAsync(graph.Store.ReadExitsAsync(Stop))));
        Assert.Equal(batch.Networks, await GraphStoreTests.ToListAsync(graph.Store.ReadNetworksAsync(Stop)));
        var evidence = await new EvidenceReader(graph.Connection, graph.Catalogue).ReadAsync(null, null, Stop);
        Assert.Contains(value, evidence.AccountIds);
        Assert.All(
            evidence.Facets.Where(facet => facet.Definition.Name is not ("attribute" or "minute" or "signup_day")),
            facet => Assert.Contains(value, facet.Facts));
        var account = Assert.Single(await graph.QueryAsync("MATCH (a:Account {id: $id}) RETURN a.emailKey, a.emailDomain, a.emailShape, a.country, a.orgId", ("id", value)));
        Assert.All(account.Values, held => Assert.Equal(value, held));
        Assert.Equal(2L, await graph.ScalarAsync("MATCH (a:Account) RETURN count(a)"));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Publish_HostileValueInEveryField_IsTheSameTheSecondTime(string value)
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);
        await graph.Store.WriteAsync(
            new IngestBatch(Sample.At(1)) { Payments = [new(value, value, null, null, null, null), new("z" + value, value, null, null, null, null)] }, Stop);
        var publisher = new Publisher(graph.Connection, graph.Catalogue, TimeProvider.System);
        var resolution = new ResolvedOperators(
        [
            Sample.Entity(value, [new(value, 1), new("z" + value, 1)], [new("payment_method", value, 2, 1, 1), new("bin", value, 2, 1, 1)], [new(value, "z" + value, 1, [value])]),
        ]);

        Assert.True((await publisher.PublishAsync(resolution, new(value, Sample.Day, 2), Stop)).HasChanges);
        Assert.False((await publisher.PublishAsync(resolution, new(value + "2", Sample.Day, 2), Stop)).HasChanges);

        Assert.Equal(value, await graph.ScalarAsync("MATCH (:Operator {id: $id})-[:USES]->(p:PaymentMethod) RETURN p.fingerprint", ("id", value)));
    }
}
