using LinkGraph.EngineTests.Bolt;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Concurrency;

/// <summary>Over Bolt: nobody sees half a transaction, and nobody who reads waits for others, however slow they are.</summary>
public sealed class IsolationTests
{
    private const int Accounts = 400;
    private const int Sum = Accounts * 100;

    private const string Invariant = """
        MATCH (a:Account)
        RETURN sum(a.balance) AS balances,
               count(CASE WHEN a.balance <> 100 + COLLECT { MATCH (a)<-[t:PAID]-() RETURN sum(t.amount) }[0] - COLLECT { MATCH (a)-[t:PAID]->() RETURN sum(t.amount) }[0]
                     THEN 1 END) AS wrong
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_WhileWritersMoveMoneyInManySteps_SeeWholeTransactionsOnly()
    {
        await using var running = await FilledAsync();
        using var finished = new CancellationTokenSource();
        var (transfers, looks) = (0, 0);
        var writers = Enumerable.Range(0, 4).Select(async writer =>
        {
            var random = new Random(writer);
            while (!finished.IsCancellationRequested)
            {
                await TransferAsync(running.Driver, random);
                Interlocked.Increment(ref transfers);
            }
        }).ToList();
        var readers = Enumerable.Range(0, 6).Select(async _ =>
        {
            while (!finished.IsCancellationRequested)
            {
                await AssertInvariantAsync(running);
                Interlocked.Increment(ref looks);
            }
        }).ToList();

        await UntilAsync(() => Volatile.Read(ref transfers) >= 100 && Volatile.Read(ref looks) >= 60, [.. writers, .. readers]);
        await finished.CancelAsync();
        await Task.WhenAll([.. writers, .. readers]);

        await AssertInvariantAsync(running);
    }

    [Fact]
    public async Task SlowReader_HoldsAStreamOpen_KeepsNobodyWaitingAndReadsOneVersion()
    {
        await using var running = await FilledAsync();
        await using var session = running.Driver.AsyncSession(s => s.WithFetchSize(10));
        var slow = await session.RunAsync("MATCH (a:Account) RETURN a.balance AS balance, a.name AS name");
        Assert.True(await slow.FetchAsync());
        var seen = slow.Current["balance"].As<long>();

        var random = new Random(3);
        for (var i = 0; i < 40; i++)
        {
            await TransferAsync(running.Driver, random).WaitAsync(TimeSpan.FromSeconds(30), Stop);
            await AssertInvariantAsync(running).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        }

        await running.RowsAsync("MATCH (a:Account) DETACH DELETE a");
        while (await slow.FetchAsync())
        {
            Assert.Equal(100, slow.Current["balance"].As<long>());
            seen += slow.Current["balance"].As<long>();
        }

        Assert.Equal(Sum, seen);
        Assert.Equal(0, await running.SingleAsync<int>("MATCH (a:Account) RETURN count(a)"));
    }

    [Fact]
    public async Task Readers_WhileAWriterIsInTheMiddle_ReadWhatWasBefore()
    {
        await using var running = await FilledAsync();
        await using var session = running.Driver.AsyncSession();
        await using var writer = await session.BeginTransactionAsync();
        await (await writer.RunAsync("MATCH (a:Account) SET a.balance = a.balance - 1")).ConsumeAsync();

        for (var i = 0; i < 20; i++)
        {
            await AssertInvariantAsync(running).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        }

        await writer.RollbackAsync();
        await AssertInvariantAsync(running);
    }

    private static async Task<RunningDatabase> FilledAsync()
    {
        var running = await RunningDatabase.StartAsync();
        await running.RowsAsync("CREATE CONSTRAINT FOR (a:Account) REQUIRE a.name IS UNIQUE");
        await running.RowsAsync($"UNWIND range(0, {Accounts - 1}) AS i CREATE (:Account {{name: i, balance: 100}})");
        return running;
    }

    /// <summary>Money goes round between four accounts, a step at a time; sometimes all of it is taken back.</summary>
    private static async Task TransferAsync(IDriver driver, Random random)
    {
        var names = Enumerable.Range(0, 4).Select(_ => random.Next(Accounts)).ToArray();
        await using var session = driver.AsyncSession();
        await using var transaction = await session.BeginTransactionAsync();
        for (var i = 0; i < names.Length; i++)
        {
            var parameters = new { from = names[i], to = names[(i + 1) % names.Length], amount = random.Next(1, 40) };
            await (await transaction.RunAsync("MATCH (a:Account {name: $from}) SET a.balance = a.balance - $amount", parameters)).ConsumeAsync();
            await (await transaction.RunAsync("MATCH (a:Account {name: $to}) SET a.balance = a.balance + $amount", parameters)).ConsumeAsync();
            await (await transaction.RunAsync("MATCH (a:Account {name: $from}), (b:Account {name: $to}) CREATE (a)-[:PAID {amount: $amount}]->(b)", parameters)).ConsumeAsync();
        }

        await (random.Next(5) == 0 ? transaction.RollbackAsync() : transaction.CommitAsync());
    }

    private static async Task AssertInvariantAsync(RunningDatabase running)
    {
        var row = (await running.RowsAsync(Invariant)).Single();
        Assert.Equal((Sum, 0), (row["balances"].As<int>(), row["wrong"].As<int>()));
    }

    private static async Task UntilAsync(Func<bool> isDone, List<Task> running)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!isDone() && !running.Exists(task => task.IsFaulted))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }
}
