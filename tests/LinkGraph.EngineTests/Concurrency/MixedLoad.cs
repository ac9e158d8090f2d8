using Neo4j.Driver;

namespace LinkGraph.EngineTests.Concurrency;

/// <summary>What clients do, good and bad, on data that stays as large as it is: accounts whose ties are turned on and off.</summary>
internal sealed class MixedLoad(string address)
{
    private const int Accounts = 4000;
    private const int Hubs = 40;

    private long operations;

    public static IReadOnlyList<string> Preparation { get; } =
    [
        "CREATE CONSTRAINT FOR (a:Acc) REQUIRE a.id IS UNIQUE", "CREATE CONSTRAINT FOR (h:Hub) REQUIRE h.id IS UNIQUE", "CREATE INDEX FOR (a:Acc) ON (a.score)",
        $"UNWIND range(0, {Hubs - 1}) AS i CREATE (:Hub {{id: i, hits: 0}})",
        $"UNWIND range(0, {Accounts - 1}) AS i MATCH (h:Hub {{id: i % {Hubs}}}) CREATE (:Acc {{id: i, score: i % 97, name: 'account ' + i}})-[:USES {{count: 1}}]->(h)",
    ];

    public long Operations => Volatile.Read(ref operations);

    /// <summary>One client after another on one connection, until the time is over; what goes wrong is thrown.</summary>
    public async Task RunAsync(IDriver driver, int seed, CancellationToken stop)
    {
        var random = new Random(seed);
        while (!stop.IsCancellationRequested)
        {
            await using var session = driver.AsyncSession(s => s.WithFetchSize(random.Next(3) == 0 ? 20 : 1000));
            await OperateAsync(session, random);
            Interlocked.Increment(ref operations);
        }
    }

    private Task OperateAsync(IAsyncSession session, Random random) => random.Next(100) switch
    {
        < 40 => ReadAsync(session, "MATCH (a:Acc {id: $id})-[u:USES]->(h) RETURN a, u, h", random),
        < 50 => ReadAsync(session, "MATCH (:Acc {id: $id})-[:USES]->(h)<-[:USES]-(b) RETURN b.score AS score, count(*) AS n ORDER BY n DESC LIMIT 5", random),
        < 53 => ReadAsync(session, "MATCH (a:Acc) WHERE a.score > $hub RETURN a.score AS score, count(*) AS n, collect(a.name)[..3] AS names", random),
        < 58 => ReadAsync(session, $"MATCH (a:Acc {{id: $id}}) RETURN a.name AS n{random.Next()}, a.missing{random.Next()} IS NULL", random),
        < 68 => WriteAsync(session, "MATCH (a:Acc {id: $id}), (h:Hub {id: $hub}) MERGE (a)-[u:USES]->(h) ON MATCH SET u.count = u.count + 1 ON CREATE SET u.count = 1", random),
        < 76 => WriteAsync(session, "MATCH (a:Acc {id: $id})-[u:USES]->(h:Hub) WHERE h.id <> a.id % 40 DELETE u", random),
        < 82 => WriteAsync(session, "MATCH (a:Acc {id: $id}) SET a.score = $hub, a.name = 'account ' + $id + ' ' + $hub", random),
        < 87 => WriteAsync(session, "UNWIND range(1, 20) AS i CREATE (x:Passing {i: i, load: $text}) WITH collect(x) AS all UNWIND all AS x DELETE x", random),
        < 90 => TakeBackAsync(session, random),
        < 94 => LeaveEarlyAsync(session),
        < 98 => FailAsync(session, random),
        _ => ComeAndGoAsync(random),
    };

    private static Dictionary<string, object> Parameters(Random random) => new()
    {
        ["id"] = random.Next(Accounts), ["hub"] = random.Next(Hubs), ["text"] = new string('x', random.Next(2000)),
    };

    private static async Task ReadAsync(IAsyncSession session, string query, Random random) =>
        await session.ExecuteReadAsync(async work => (await (await work.RunAsync(query, Parameters(random))).ToListAsync()).Count);

    private static async Task WriteAsync(IAsyncSession session, string query, Random random) =>
        await session.ExecuteWriteAsync(async work => await (await work.RunAsync(query, Parameters(random))).ConsumeAsync());

    private static async Task TakeBackAsync(IAsyncSession session, Random random)
    {
        await using var transaction = await session.BeginTransactionAsync();
        await (await transaction.RunAsync("MATCH (a:Acc {id: $id}) DETACH DELETE a CREATE (:Passing {load: $text})", Parameters(random))).ConsumeAsync();
        await transaction.RollbackAsync();
    }

    /// <summary>A stream of which the reader wants the first rows only; the session throws the rest away.</summary>
    private static async Task LeaveEarlyAsync(IAsyncSession session)
    {
        var cursor = await session.RunAsync("MATCH (a:Acc)-[u:USES]->(h) RETURN a, u, h");
        for (var row = 0; row < 5; row++)
        {
            Assert.True(await cursor.FetchAsync());
        }
    }

    private static async Task FailAsync(IAsyncSession session, Random random)
    {
        var query = random.Next(4) switch
        {
            0 => "MATCH (a:Acc RETURN a",
            1 => "CREATE (:Acc {id: $id})",
            2 => "MATCH (a:Acc {id: $id}) SET a.score = 1 WITH a RETURN a.name.part + 1",
            _ => "UNWIND [1, 2, 0] AS i RETURN 1 / i",
        };
        await Assert.ThrowsAnyAsync<ClientException>(async () => await (await session.RunAsync(query, Parameters(random))).ToListAsync());
    }

    private async Task ComeAndGoAsync(Random random)
    {
        await using var driver = GraphDatabase.Driver(address);
        await using var session = driver.AsyncSession();
        await ReadAsync(session, "MATCH (a:Acc {id: $id}) RETURN a.name", random);
    }
}
