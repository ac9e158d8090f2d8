using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Evidence;
using LinkGraph.Model.Evidence;
using LinkGraph.Model.Ingest;

namespace LinkGraph.ContractTests.Graph;

public abstract class EvidenceReaderTests(GraphHome home)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j) : EvidenceReaderTests(new Neo4jHome(neo4j));

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home) : EvidenceReaderTests(home);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_SampleGraph_GivesEveryFacetInCompressedRows()
    {
        await using var graph = await FilledAsync();

        var evidence = await new EvidenceReader(graph.Connection, graph.Catalogue).ReadAsync(null, null, Stop);

        Assert.Equal(["a1", "a2", "a3", "a4", "b1", "b2", "c1"], evidence.AccountIds);
        Assert.Equal([10, 10, 0, 0, 0, 0, 10], evidence.Prompts);
        Assert.Equal([1, 0, 0, 0, 0, 0, 10], evidence.OwnPrompts);
        Assert.Equal(
            ["address", "attribute", "bin", "client", "country", "mail_domain", "minute", "payment_method", "proxy", "signup_day", "template"],
            evidence.Facets.Select(facet => facet.Definition.Name));
        Assert.Equal(["198.51.100.1: a1*5 a2*5 a3*5 b1*5 c1*5", "198.51.100.2: a4*5", "2001:db8::1: b2*5"], Show(evidence, "address"));
        Assert.Equal(["street|name||high street: a1*1 a2*1", "street|name||hill road: c1*1"], Show(evidence, "attribute"));
        Assert.Equal(["411111: a1*1 a2*1 a3*1 a4*1 b1*1 b2*1"], Show(evidence, "bin"));
        Assert.Equal(["card1: a1*1 a2*1 a3*1", "card2: a4*1", "card3: b1*1 b2*1"], Show(evidence, "payment_method"));
        Assert.Equal(["aaaa: a1*5 a2*5 a3*5", "bbbb: b1*5 b2*5"], Show(evidence, "template"));
        Assert.Equal(["rent: a1*5 a2*5 a3*5 b1*5 b2*5 c1*5"], Show(evidence, "proxy"));
        Assert.Equal(["2026-03-01T10:00:00Z: a1*2 a2*2 b1*2", "2026-03-01T10:01:00Z: b2*2"], Show(evidence, "minute"));
        Assert.Equal(["2026-03-01: a1*1 a2*1 a3*1 a4*1 b1*1 b2*1 c1*1"], Show(evidence, "signup_day"));
        Assert.Equal(["CH: a1*1 a2*1 a3*1 a4*1 b1*1 b2*1 c1*1"], Show(evidence, "country"));
        Assert.Equal(["mail.example: a1*1 a2*1 a3*1 a4*1 b1*1 b2*1 c1*1"], Show(evidence, "mail_domain"));
        Assert.Equal(new FacetDefinition("address", Family.Network, Role.Binds), evidence.Facets[0].Definition);
    }

    [Fact]
    public async Task Read_SomeAccounts_GivesTheirEvidenceOnly()
    {
        await using var graph = await FilledAsync();

        var evidence = await new EvidenceReader(graph.Connection, graph.Catalogue).ReadAsync(["c1", "a1"], null, Stop);

        Assert.Equal(["a1", "c1"], evidence.AccountIds);
        Assert.Equal(["198.51.100.1: a1*5 c1*5"], Show(evidence, "address"));
        Assert.Equal(["card1: a1*1"], Show(evidence, "payment_method"));
    }

    [Fact]
    public async Task Read_EmptyGraph_GivesEmptyFacets()
    {
        await using var graph = await GraphHarness.StartAsync(home, Stop);

        var evidence = await new EvidenceReader(graph.Connection, graph.Catalogue).ReadAsync(null, null, Stop);

        Assert.Empty(evidence.AccountIds);
        Assert.All(evidence.Facets, facet => Assert.Equal([0], facet.Offsets));
    }

    [Fact]
    public async Task Read_FileInUserFolder_AddsAFacet()
    {
        var folder = UserFolder("""
            // purpose: who is of the same organisation
            // facet: organisation
            // family: identity
            // role: binds
            // param: accounts list = null, ids of the accounts to read; null: all
            MATCH (a:Account) WHERE a.orgId IS NOT NULL AND ($accounts IS NULL OR a.id IN $accounts)
            RETURN a.orgId AS fact, collect(a.id) AS accounts
            """);
        await using var graph = await GraphHarness.StartAsync(home, Stop, folder);
        await graph.Store.WriteAsync(new IngestBatch(Sample.At(1)) { Accounts = [Sample.Account("x") with { OrgId = "acme" }] }, Stop);

        var evidence = await new EvidenceReader(graph.Connection, graph.Catalogue).ReadAsync(null, null, Stop);

        Assert.Equal(["acme: x*1"], Show(evidence, "organisation"));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("RETURN 'f' AS thing, [] AS accounts", "columns fact and accounts")]
    [InlineData("RETURN 'f' AS fact, 'a' AS accounts", "must be a list of")]
    [InlineData("RETURN 'f' AS fact, [1.5] AS accounts", "by its node")]
    [InlineData("RETURN 'f' AS fact, ['x'] AS accounts, [1, 2] AS weights", "a number for every account")]
    [InlineData("RETURN 'f' AS fact, ['x'] AS accounts, ['heavy'] AS weights", "weight must be a number")]
    public async Task Read_EvidenceOfTheWrongShape_NamesTheFile(string statement, string problem)
    {
        var folder = UserFolder($"""
            // purpose: a mistake
            // facet: wrong
            // family: identity
            // role: binds
            // param: accounts list = null, ids of the accounts to read; null: all
            UNWIND coalesce($accounts, [1]) AS unused {statement}
            """);
        await using var graph = await GraphHarness.StartAsync(home, Stop, folder);
        await graph.Store.WriteAsync(new IngestBatch(Sample.At(1)) { Accounts = [Sample.Account("x")] }, Stop);

        var error = await Assert.ThrowsAsync<QueryCatalogueException>(
            () => new EvidenceReader(graph.Connection, graph.Catalogue).ReadAsync(null, null, Stop));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("wrong.cypher", error.Origin, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static string UserFolder(string evidence)
    {
        var folder = Directory.CreateTempSubdirectory("linkgraph-queries-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "evidence"));
        File.WriteAllText(Path.Combine(folder, "evidence", "wrong.cypher"), evidence);
        return folder;
    }

    private static IEnumerable<string> Show(EvidenceSet evidence, string name)
    {
        var facet = evidence.Facets.Single(facet => facet.Definition.Name == name);
        for (var f = 0; f < facet.Facts.Length; f++)
        {
            var members = Enumerable.Range(facet.Offsets[f], facet.Offsets[f + 1] - facet.Offsets[f])
                .Select(i => FormattableString.Invariant($"{evidence.AccountIds[facet.Accounts[i]]}*{facet.Weights[i]}"));
            yield return $"{facet.Facts[f]}: {string.Join(" ", members)}";
        }
    }

    private async Task<GraphHarness> FilledAsync()
    {
        var graph = await GraphHarness.StartAsync(home, Stop);
        await graph.Store.WriteAsync(Sample.Batch(), Stop);
        await graph.Store.WriteSentAsync(Sample.Sent, Stop);
        await graph.Store.WriteExitsAsync(Sample.Exits, Stop);
        return graph;
    }
}
