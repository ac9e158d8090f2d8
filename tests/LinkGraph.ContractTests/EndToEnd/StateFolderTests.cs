using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>A state folder belongs to the graphs that were ingested with it: mixing them up must not mix or lose prompts.</summary>
public abstract class StateFolderTests(GraphHome home, GeneratedWorld world)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j, GeneratedWorld world) : StateFolderTests(new Neo4jHome(neo4j), world);

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home, GeneratedWorld world) : StateFolderTests(home, world);

    private const string Prompt = "Please write a friendly review of the following product for our shop and keep it below one hundred words in total";

    [Fact]
    public async Task Ingest_StateFolderOfAnotherGraph_BringsNothingOfThatGraph()
    {
        string address = await home.EmptyAsync(), state = world.NewFolder();
        (await ProgramProcess.RunAsync(address, "ingest", Exchanges("one", "two"), "--state", state)).Expect(0);
        address = await home.EmptyAsync();

        (await ProgramProcess.RunAsync(address, "ingest", Exchanges("three", "four"), "--state", state)).Expect(0);

        Assert.Equal(["four", "three"], await home.LookAsync(address, SendersAsync));
    }

    [Fact]
    public async Task Ingest_SameSourceIntoTwoGraphs_KeepsTheRejectsOfEach()
    {
        string address = await home.EmptyAsync(), state = world.NewFolder(), file = Exchanges("one");
        await File.AppendAllLinesAsync(file, ["no record"], TestContext.Current.CancellationToken);
        (await ProgramProcess.RunAsync(address, "ingest", file, "--state", state)).Expect(3);
        string first = Assert.Single(Directory.GetFiles(Path.Combine(state, "rejects")));
        string noted = await File.ReadAllTextAsync(first, TestContext.Current.CancellationToken);
        address = await home.EmptyAsync();

        var second = (await ProgramProcess.RunAsync(address, "ingest", file, "--state", state)).Expect(3);

        string other = Assert.Single(Directory.GetFiles(Path.Combine(state, "rejects")), path => path != first);
        Assert.Contains(other, second.Error, StringComparison.Ordinal);
        Assert.Equal(noted, await File.ReadAllTextAsync(first, TestContext.Current.CancellationToken));
        Assert.Equal(noted, await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ingest_AnotherStateFolder_IsRefusedAndTakesNothingBack()
    {
        string address = await home.EmptyAsync();
        (await ProgramProcess.RunAsync(address, "ingest", Exchanges("one", "two"), "--state", world.NewFolder())).Expect(0);

        var refused = (await ProgramProcess.RunAsync(address, "ingest", Exchanges("three"), "--state", world.NewFolder())).Expect(1);

        Assert.Contains("not the state folder", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], await home.LookAsync(address, SendersAsync));
    }

    [Fact]
    public async Task Ingest_OtherSettingsThanTheGraphs_IsRefused()
    {
        string address = await home.EmptyAsync(), state = world.NewFolder();
        (await ProgramProcess.RunAsync(address, "ingest", Exchanges("one"), "--state", state, "--hash-facts")).Expect(0);

        var refused = (await ProgramProcess.RunAsync(address, "ingest", Exchanges("two"), "--state", state)).Expect(1);

        Assert.Contains("other settings", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_NoKey_MakesOneForTheStateFolderAndSaysSo()
    {
        string address = await home.EmptyAsync(), state = world.NewFolder(), first = Account("a", "someone@mail.example"), second = Account("b", "someone@mail.example");

        var run = (await ProgramProcess.RunWithoutKeyAsync(address, "ingest", first, "--state", state)).Expect(0);
        var again = (await ProgramProcess.RunWithoutKeyAsync(address, "ingest", second, "--state", state)).Expect(0);
        string key = await home.LookAsync(address, MailKeyAsync);
        address = await home.EmptyAsync();
        (await ProgramProcess.RunWithoutKeyAsync(address, "ingest", first, "--state", world.NewFolder())).Expect(0);

        Assert.All([run, again], r => Assert.Contains($"LINKGRAPH_KEY is not set: mail addresses are hashed with the key in {Path.Combine(state, "key")}", r.Error, StringComparison.Ordinal));
        Assert.NotEqual(key, await home.LookAsync(address, MailKeyAsync));
    }

    [Fact]
    public async Task Resolve_AfterAnIngestThatEndedEarly_SaysSoUntilItIsRunAgain()
    {
        string address = await home.EmptyAsync(), state = world.NewFolder(), file = Exchanges("one", "two");
        File.AppendAllLines(file, Enumerable.Repeat("no record", 100));
        (await ProgramProcess.RunAsync(address, "ingest", Exchanges("one", "two"), file, "--state", state)).Expect(1);

        var early = (await ProgramProcess.RunAsync(address, "resolve", "--state", state)).Expect(0);
        (await ProgramProcess.RunAsync(address, "ingest", Exchanges("three"), "--state", state)).Expect(0);
        var settled = (await ProgramProcess.RunAsync(address, "resolve", "--state", state)).Expect(0);

        Assert.Contains("ended early", early.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ended early", settled.Error, StringComparison.Ordinal);
    }

    private static async Task<List<string>> SendersAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));
        var cursor = await session.RunAsync("MATCH (a:Account) WHERE EXISTS { (a)-[:SENT]->() } RETURN a.id AS id ORDER BY id");
        return await cursor.ToListAsync(record => record["id"].As<string>());
    }

    /// <summary>The one key of all mail addresses in the graph.</summary>
    private static async Task<string> MailKeyAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));
        var cursor = await session.RunAsync("MATCH (a:Account) RETURN DISTINCT a.emailKey AS key");
        return (await cursor.SingleAsync())["key"].As<string>();
    }

    private string Account(string id, string email)
    {
        string file = Path.Combine(world.NewFolder(), "accounts.ndjson");
        File.WriteAllText(file, $$"""{"id":"{{id}}","created_at":"2026-01-01T00:00:00Z","email":"{{email}}"}""");
        return file;
    }

    private string Exchanges(params string[] accounts)
    {
        string file = Path.Combine(world.NewFolder(), "exchanges.ndjson");
        File.WriteAllLines(file, accounts.Select(id => $$"""{"account_id":"{{id}}","at":"2026-01-01T00:00:00Z","ip":"10.0.0.1","prompt":"{{Prompt}}"}"""));
        return file;
    }
}
