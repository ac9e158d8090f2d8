using System.Globalization;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Durability;

/// <summary>
/// A client that writes numbered transactions, one after another, whose content follows from its number and theirs. So the last one that was committed tells what
/// of this client must be in the graph, to the last relationship.
/// </summary>
internal sealed class LedgerClient(int number)
{
    /// <summary>Batches that live at a time; each transaction deletes the one that is too old.</summary>
    private const int Kept = 20;

    /// <summary>After so many transactions a batch is changed once.</summary>
    private const int ChangedAfter = 3;

    private const int Hubs = 3;

    /// <summary>The last transaction of which the server has said that it is committed.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>The last transaction that was sent; one more than are acknowledged while the answer is awaited.</summary>
    public long Sent { get; private set; }

    public static IReadOnlyList<string> Schema { get; } =
    [
        "CREATE CONSTRAINT item_key FOR (x:Item) REQUIRE x.key IS UNIQUE", "CREATE CONSTRAINT ledger FOR (l:Ledger) REQUIRE l.client IS NODE KEY",
        "CREATE CONSTRAINT item_value FOR (x:Item) REQUIRE x.value IS NOT NULL", "CREATE INDEX item_batch FOR (x:Item) ON (x.client, x.batch)",
        "CREATE TEXT INDEX item_text FOR (x:Item) ON (x.text)", "CREATE INDEX has_batch FOR ()-[r:HAS]-() ON (r.batch)",
        string.Create(CultureInfo.InvariantCulture, $"UNWIND range(0, {Hubs - 1}) AS id CREATE (:Hub {{id: id}})"),
    ];

    /// <summary>Reads what <see cref="Expected"/> says.</summary>
    public static string Question { get; } = """
        MATCH (l:Ledger)-[r:HAS]->(x:Item)-[:AT]->(h:Hub)
        RETURN l.client + '/' + x.batch + '/' + x.key + ' = ' + x.value + ' ' + (x:Changed) + ' ' + r.batch + ' ' + h.id + ' ' + x.text AS line
        UNION ALL MATCH (l:Ledger) RETURN l.client + ' last ' + l.last + ', ' + COUNT { (l)--() } AS line
        """;

    /// <summary>Writes until the server is gone or enough is written.</summary>
    public async Task RunAsync(IDriver driver, Action acknowledged, CancellationToken stop)
    {
        try
        {
            await using var session = driver.AsyncSession(s => s.WithFetchSize(5));
            while (!stop.IsCancellationRequested)
            {
                Sent = Acknowledged + 1;
                if (Sent % 5 == 0)
                {
                    await TakeBackAsync(session, Sent);
                }

                if (number == 0 && Sent % 25 == 0)
                {
                    await (await session.RunAsync(Sent % 2 == 0 ? "CREATE INDEX extra IF NOT EXISTS FOR (x:Item) ON (x.value)" : "DROP INDEX extra IF EXISTS"))
                        .ConsumeAsync();
                }

                await WriteAsync(session, Sent);
                Acknowledged = Sent;
                acknowledged();
            }
        }
        catch (Exception error) when (IsGone(error))
        {
            // The server was killed; whether the transaction under way was committed, nobody knows yet.
        }
    }

    /// <summary>After a restart: what the graph says was committed last.</summary>
    public void Settle(long last)
    {
        Assert.True(last == Acknowledged || last == Sent, $"Client {number}: transaction {Acknowledged} was acknowledged, {Sent} sent, {last} is in the graph.");
        Acknowledged = Sent = last;
    }

    /// <summary>What there is of this client when its last transaction was the one acknowledged.</summary>
    public IEnumerable<string> Expected()
    {
        var items = 0;
        for (var batch = Math.Max(1, Acknowledged - Kept + 1); batch <= Acknowledged; batch++)
        {
            var isChanged = batch + ChangedAfter <= Acknowledged;
            for (var i = 1; i <= SizeOf(batch); i++, items++)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{number}/{batch}/{number}-{batch}-{i} = {(isChanged ? batch + ChangedAfter : batch)} {(isChanged ? "true" : "false")} {batch} {batch % Hubs} {Text(batch)}");
            }
        }

        if (Acknowledged > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{number} last {Acknowledged}, {items}");
        }
    }

    /// <summary>A transaction that is rolled back, or a statement that fails: neither may ever be seen.</summary>
    private static async Task TakeBackAsync(IAsyncSession session, long transaction)
    {
        if (transaction % 2 == 0)
        {
            await using var taken = await session.BeginTransactionAsync();
            await (await taken.RunAsync("MATCH (h:Hub) CREATE (h)<-[:AT]-(:Item {key: 'never ' + h.id, value: 0}) SET h.never = true")).ConsumeAsync();
            await taken.RollbackAsync();
        }
        else
        {
            var error = await Record.ExceptionAsync(async () =>
                await (await session.RunAsync("CREATE (:Item {key: 'never', value: 0}), (:Item {key: 'never', value: 0})")).ConsumeAsync());
            Assert.True(error is ClientException || IsGone(error), $"The statement did not fail as it should: {error}");
        }
    }

    private async Task WriteAsync(IAsyncSession session, long batch)
    {
        var parameters = new Dictionary<string, object>
        {
            ["client"] = (long)number, ["batch"] = batch, ["size"] = SizeOf(batch), ["hub"] = batch % Hubs, ["text"] = Text(batch),
            ["changed"] = batch - ChangedAfter, ["old"] = batch - Kept,
        };
        string[] statements =
        [
            """
            MERGE (l:Ledger {client: $client}) SET l.last = $batch
            WITH l MATCH (h:Hub {id: $hub}) UNWIND range(1, $size) AS i
            CREATE (l)-[:HAS {batch: $batch}]->(x:Item {key: $client + '-' + $batch + '-' + i, client: $client, batch: $batch, value: $batch, text: $text})-[:AT]->(h)
            """,
            "MATCH (x:Item {client: $client, batch: $changed}) SET x.value = $batch, x:Changed",
            "MATCH (x:Item {client: $client, batch: $old}) DETACH DELETE x",
        ];
        await using var transaction = await session.BeginTransactionAsync();
        foreach (var statement in statements)
        {
            await (await transaction.RunAsync(statement, parameters)).ConsumeAsync();
        }

        await transaction.CommitAsync();
    }

    private static bool IsGone(Exception? error) => error is ServiceUnavailableException or SessionExpiredException or IOException or ObjectDisposedException;

    private static int SizeOf(long batch) => 1 + (int)(batch * 7 % 12);

    private static string Text(long batch) => new((char)('a' + (batch % 26)), 10 + (int)(batch * 31 % 200));
}
