using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>Faults of which only a server is capable: one that waits for a lock in the middle of publishing, and one that dies.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class FaultTests(Neo4jFixture neo4j, GeneratedWorld world)
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Resolve_KilledWhilePublishing_LeavesNothingAndPublishesTheSameNextTime()
    {
        var once = await world.ReferenceAsync(new Neo4jHome(neo4j));
        var driver = await neo4j.EmptyAsync();
        string address = await neo4j.AddressAsync(), state = world.NewFolder();
        (await ProgramProcess.RunAsync(address, "ingest", world.Folder, "--state", state)).Expect(0);

        // Somebody holds the nodes of facts: publishing has written operators, memberships and links when it comes to summarise operators by them.
        await using (var session = driver.AsyncSession())
        {
            var holder = await session.BeginTransactionAsync();
            await (await holder.RunAsync("MATCH (f:IpAddress|PromptSignature|PaymentMethod) SET f.held = true")).ConsumeAsync();
            await using var program = ProgramProcess.Start(address, "resolve", "--state", state);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            limit.CancelAfter(TimeSpan.FromMinutes(3));
            while (!await IsBlockedAsync(driver))
            {
                Assert.False(program.HasExited, "Publishing did not wait for the facts.");
                await Task.Delay(s_moment, limit.Token);
            }
            await program.KillAsync();
            await holder.RollbackAsync();
        }

        Assert.Equal(once.Ingested, await SettledDigestAsync(driver, once.Ingested));
        await EqualAsync(once, driver, address, state);
    }

    [Fact]
    public async Task Ingest_ServerKilledAndRestarted_WaitsAndComesToTheSameGraph()
    {
        var once = await world.ReferenceAsync(new Neo4jHome(neo4j));
        await using var server = await Neo4jServer.StartAsync();
        await using var driver = server.Driver();
        string state = world.NewFolder();
        await using var program = ProgramProcess.Start(server.Address, "ingest", world.Folder, "--state", state);
        while (!program.HasExited && await BatchesAsync(driver) < 2)
            await Task.Delay(s_moment, Stop);
        Assert.False(program.HasExited, "The program ended before the server could be killed.");

        await server.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        Assert.False(program.HasExited, "The program did not wait for the server.");
        await server.RestartAsync();

        (await program.EndAsync()).Expect(0);
        await EqualAsync(once, driver, server.Address, state);
    }

    private static async Task EqualAsync(Reference once, IDriver driver, string address, string state)
    {
        Assert.Equal(once.Ingested, await GraphDigest.ReadAsync(driver));
        string assignments = Path.Combine(state, "assignments.csv");
        (await ProgramProcess.RunAsync(address, "resolve", "--assignments", assignments, "--state", state)).Expect(0);
        Assert.Equal(once.Assignments, await File.ReadAllBytesAsync(assignments, Stop));
        Assert.Equal(once.Resolved, await GraphDigest.ReadAsync(driver));
    }

    /// <summary>The digest, once the server has noticed that a client is gone and rolled its transaction back.</summary>
    private static async Task<SortedDictionary<string, string>> SettledDigestAsync(IDriver driver, SortedDictionary<string, string> expected)
    {
        for (int i = 0; ; i++)
        {
            var digest = await GraphDigest.ReadAsync(driver);
            if (i == 100 || digest.SequenceEqual(expected))
                return digest;
            await Task.Delay(TimeSpan.FromMilliseconds(100), Stop);
        }
    }

    private static async Task<long> BatchesAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));
        var cursor = await session.RunAsync("MATCH (c:Checkpoint) RETURN coalesce(sum(c.seq), 0) AS batches");
        return (await cursor.SingleAsync())["batches"].As<long>();
    }

    private static async Task<bool> IsBlockedAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));
        var cursor = await session.RunAsync("SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS blocked");
        return (await cursor.SingleAsync())["blocked"].As<long>() > 0;
    }
}
