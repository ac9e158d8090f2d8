using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>Ctrl-C ends a statement in the middle, and the server forgets it.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class InterruptTests(Neo4jFixture neo4j, GeneratedWorld world)
{
    /// <summary>Hours of work.</summary>
    private const string Endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b = -1 RETURN count(*)";

    /// <summary>It takes a second at most; a machine under heavy load may take much more, and that is no failure.</summary>
    private static readonly TimeSpan s_soon = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cypher_InterruptedWithinAStatement_StopsAndTheServerRollsBack()
    {
        var driver = await neo4j.EmptyAsync();
        await using var program = ProgramProcess.Start(await neo4j.AddressAsync(), "cypher", "--write", $"CREATE (:Left) WITH * {Endless}");
        await WaitAsync(driver, running: 1, program);

        await program.InterruptAsync();

        var stopped = (await program.EndAsync().WaitAsync(s_soon, Stop)).Expect(1);
        Assert.Contains("Stopped.", stopped.Error, StringComparison.Ordinal);
        await WaitAsync(driver, running: 0);
        Assert.Equal(0, await CountAsync(driver, "MATCH (n:Left) RETURN count(n) AS count"));
    }

    [Fact]
    public async Task Resolve_InterruptedWhileReadingEvidence_StopsAndPublishesNothing()
    {
        string address = await neo4j.AddressAsync(), queries = world.NewFolder();
        var driver = await neo4j.EmptyAsync();
        await File.WriteAllTextAsync(
            Path.Combine(Directory.CreateDirectory(Path.Combine(queries, "evidence")).FullName, "endless.cypher"),
            $"""
            // purpose: evidence that never comes
            // facet: endless
            // family: network
            // role: binds
            // param: accounts list = null, ids of the accounts to read; null: all
            {Endless.Replace("RETURN count(*)", "AND $accounts IS NULL RETURN 'x' AS fact, collect(a) AS accounts", StringComparison.Ordinal)}
            """,
            Stop);
        await using var program = ProgramProcess.Start(address, "resolve", "--queries", queries);
        await WaitAsync(driver, running: 1, program);

        await program.InterruptAsync();

        var stopped = (await program.EndAsync().WaitAsync(s_soon, Stop)).Expect(1);
        Assert.Contains("Nothing of this resolution was published", stopped.Error, StringComparison.Ordinal);
        await WaitAsync(driver, running: 0);
    }

    [Fact]
    public async Task Resolve_InterruptedWhilePublishing_StopsAndLeavesNothing()
    {
        string address = await neo4j.AddressAsync(), state = world.NewFolder();
        var driver = await neo4j.EmptyAsync();
        (await ProgramProcess.RunAsync(address, "ingest", world.Folder, "--state", state)).Expect(0);
        await using var session = driver.AsyncSession();
        await using var holder = await session.BeginTransactionAsync();
        await (await holder.RunAsync("MATCH (f:IpAddress|PromptSignature|PaymentMethod) SET f.held = true")).ConsumeAsync();
        await using var program = ProgramProcess.Start(address, "resolve", "--state", state);
        const string Blocked = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS count";
        while (await CountAsync(driver, Blocked) == 0)
        {
            Assert.False(program.HasExited, "Publishing did not wait for the facts.");
            await Task.Delay(20, Stop);
        }

        await program.InterruptAsync();

        var stopped = (await program.EndAsync().WaitAsync(s_soon, Stop)).Expect(1);
        Assert.Contains("Nothing of this resolution was published", stopped.Error, StringComparison.Ordinal);
        for (int i = 0; i < 500 && await CountAsync(driver, Blocked) > 0; i++)
            await Task.Delay(20, Stop);
        await holder.RollbackAsync();
        Assert.Equal(0, await CountAsync(driver, "MATCH (o:Operator) RETURN count(o) AS count"));
    }

    /// <summary>Waits until so many endless statements run.</summary>
    private static async Task WaitAsync(IDriver driver, long running, ProgramProcess? program = null)
    {
        for (int i = 0; i < 1500; i++)
        {
            Assert.False(program?.HasExited ?? false, "The program ended before its statement ran.");
            if (await CountAsync(driver, "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $part RETURN count(*) AS count") == running)
                return;
            await Task.Delay(20, Stop);
        }
        Assert.Fail($"There are not {running} endless statements.");
    }

    private static async Task<long> CountAsync(IDriver driver, string query)
    {
        await using var session = driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));
        var cursor = await session.RunAsync(query, new Dictionary<string, object> { ["part"] = Endless[..40] });
        return (await cursor.SingleAsync())["count"].As<long>();
    }
}
