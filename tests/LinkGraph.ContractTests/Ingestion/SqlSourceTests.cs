using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Records;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkGraph.ContractTests.Ingestion;

/// <summary>Queries as sources, on a real PostgreSQL and on SQLite.</summary>
public sealed class SqlSourceTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    private const string Query = "SELECT * FROM exchanges ORDER BY id";

    private static readonly IngestionOptions Options = new() { Key = new byte[32], WindowRecords = 100, BatchRows = 30, SourceWait = TimeSpan.FromSeconds(60) };

    [Fact]
    public async Task RunAsync_PostgreSqlTypes_BecomeRecords()
    {
        RequirePostgres();
        await postgres.ExecuteAsync(
            """
            DROP TABLE IF EXISTS typed;
            CREATE TABLE typed (seq serial, account_id uuid, at timestamptz, ip inet, user_agent text, model varchar(20), prompt text,
                input_tokens bigint, output_tokens numeric(10,2), extra jsonb);
            INSERT INTO typed (account_id, at, ip, user_agent, model, prompt, input_tokens, output_tokens) VALUES
                ('0b0e0c3e-5a3b-4c44-8d8e-000000000001', '2026-01-01 01:00:00.5+01', '::ffff:192.0.2.1', 'u', 'm', 'hello world of prompts', 5, 7.00),
                ('0b0e0c3e-5a3b-4c44-8d8e-000000000001', '2026-01-02 00:00:00Z', '192.0.2.1', NULL, NULL, NULL, NULL, NULL),
                ('0b0e0c3e-5a3b-4c44-8d8e-000000000001', 'infinity', '192.0.2.1', NULL, NULL, NULL, -1, NULL);
            """);
        var graph = new RecordingGraph();
        IngestReport report = await RunAsync(graph, Postgres("SELECT * FROM typed ORDER BY seq"));
        Assert.Equal(new KindCount(3, 1, 0), report.Kinds[RecordKind.Exchanges]);
        ActivityRow activity = Assert.Single(graph.Batches.SelectMany(batch => batch.Activity));
        Assert.Equal("0b0e0c3e-5a3b-4c44-8d8e-000000000001", activity.Account);
        Assert.Equal((2, 5, 7), (activity.Exchanges, activity.InputTokens, activity.OutputTokens));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero), activity.Seen.First);
        UseRow address = Assert.Single(graph.Batches.SelectMany(batch => batch.Addresses));
        Assert.Equal(("192.0.2.1", 2L), (address.Fact, address.Count));
    }

    [Fact]
    public async Task RunAsync_PostgreSqlKilledWhileReading_GoesOnWhenItIsBack()
    {
        RequirePostgres();
        await postgres.ExecuteAsync(
            """
            DROP TABLE IF EXISTS exchanges;
            CREATE TABLE exchanges AS SELECT i AS id, 'a' || i % 50 AS account_id, timestamptz '2026-01-01Z' + i * interval '1 s' AS at,
                repeat('word ', 500) || i AS prompt FROM generate_series(1, 4000) i;
            """);
        var graph = new RecordingGraph();
        graph.OnWrite = async write =>
        {
            if (write == 10)
            {
                await postgres.StopAsync();
                await postgres.StartAsync();
            }
        };
        IngestReport report = await RunAsync(graph, Postgres(Query));
        Assert.Equal(new KindCount(4000, 0, 0), report.Kinds[RecordKind.Exchanges]);
        Assert.Equal(4000, graph.Batches.SelectMany(batch => batch.Activity).Sum(row => row.Exchanges));
        Assert.Equal(4000, graph.Batches[^1].Checkpoint.Position);
    }

    [Fact]
    public async Task RunAsync_PostgreSqlInterrupted_GoesOnWhereItStopped()
    {
        RequirePostgres();
        await postgres.ExecuteAsync(
            """
            DROP TABLE IF EXISTS grown;
            CREATE TABLE grown AS SELECT i AS id, 'a' || i % 50 AS account_id, timestamptz '2026-01-01Z' + i * interval '1 s' AS at
                FROM generate_series(1, 1000) i;
            """);
        const string query = "SELECT * FROM grown ORDER BY id";
        var graph = new RecordingGraph { OnWrite = write => write == 7 ? throw new TimeoutException() : Task.CompletedTask };
        await Assert.ThrowsAsync<TimeoutException>(() => RunAsync(graph, Postgres(query)));
        graph.OnWrite = _ => Task.CompletedTask;
        await RunAsync(graph, Postgres(query));
        await postgres.ExecuteAsync("INSERT INTO grown SELECT i, 'a' || i % 50, now() FROM generate_series(1001, 1234) i");
        IngestReport report = await RunAsync(graph, Postgres("SELECT  *\nFROM grown ORDER BY id"));
        Assert.Equal(new KindCount(234, 0, 1000), report.Kinds[RecordKind.Exchanges]);
        Assert.Equal(1234, graph.Batches.SelectMany(batch => batch.Activity).Sum(row => row.Exchanges));
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => RunAsync(graph, Postgres("SELECT * FROM grown WHERE id > 5 ORDER BY id")));
        Assert.Contains("another name", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT 1 AS nothing ORDER BY 1", "no column account_id")]
    [InlineData("SELECT * FROM no_such_table ORDER BY 1", "no_such_table")]
    [InlineData("SELECT 'a' AS account_id, now() AS at", "ORDER BY")]
    [InlineData("CREATE TABLE written AS SELECT 'a' AS account_id, now() AS at ORDER BY 1", "read-only")]
    public async Task RunAsync_QueryThatCannotServe_IsAnErrorBeforeAnythingIsWritten(string query, string message)
    {
        RequirePostgres();
        var graph = new RecordingGraph();
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => RunAsync(graph, Postgres(query)));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Empty(graph.Batches);
    }

    [Fact]
    public async Task RunAsync_WrongPasswordOrConnectionString_IsAnErrorWithoutTheSecret()
    {
        RequirePostgres();
        foreach (string connection in new[] { postgres.ConnectionString.Replace("Password=", "Password=hidden", StringComparison.Ordinal), "hidden=1;x" })
        {
            var request = new SqlRequest(RecordKind.Exchanges, "x", SqlDatabase.PostgreSql, connection, Query);
            Exception e = await Assert.ThrowsAsync<IngestionException>(() => RunAsync(new RecordingGraph(), request));
            Assert.DoesNotContain("hidden", e.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("hidden", request.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task RunAsync_Sqlite_ReadsItAndCannotChangeIt()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("linkgraph-sqlite-").FullName, "x.db");
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                """
                CREATE TABLE accounts (id TEXT, created_at TEXT, email TEXT, country TEXT, status TEXT);
                INSERT INTO accounts VALUES ('a', '2026-01-01T00:00:00Z', 'a@b.c', 'DE', 'active'), ('b', 'yesterday', NULL, NULL, NULL), (7, '2026-01-01T00:00:00Z', NULL, NULL, NULL);
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var graph = new RecordingGraph();
        SqlRequest Request(string query, string? file = null) => new(RecordKind.Accounts, "x", SqlDatabase.Sqlite, $"Data Source={file ?? path}", query);
        IngestReport report = await RunAsync(graph, Request("SELECT * FROM accounts ORDER BY rowid"));
        Assert.Equal(new KindCount(3, 1, 0), report.Kinds[RecordKind.Accounts]);
        Assert.Equal(["7", "a"], graph.Batches.SelectMany(batch => batch.Accounts).Select(row => row.Id));
        await Assert.ThrowsAsync<IngestionException>(() => RunAsync(graph, Request("DELETE FROM accounts RETURNING id, created_at -- ORDER BY")));

        // The same query of another database is another source, not one that has been read already.
        File.Copy(path, path + "2");
        IngestionException other = await Assert.ThrowsAsync<IngestionException>(
            () => RunAsync(graph, Request("SELECT * FROM accounts ORDER BY rowid", path + "2")));
        Assert.Contains("give other data another name", other.Message, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task RunAsync_SqliteTextWithReplacementCharacter_IsTakenAndBrokenUtf8Rejected()
    {
        string folder = Directory.CreateTempSubdirectory("linkgraph-sqlite-").FullName, path = Path.Combine(folder, "x.db");
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                """
                CREATE TABLE accounts (id TEXT, created_at TEXT);
                INSERT INTO accounts VALUES (CAST(x'61EFBFBD' AS TEXT), '2026-01-01T00:00:00Z'), (CAST(x'61FF' AS TEXT), '2026-01-01T00:00:00Z');
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var graph = new RecordingGraph();
        IngestReport report = await RunAsync(
            graph, new SqlRequest(RecordKind.Accounts, "x", SqlDatabase.Sqlite, $"Data Source={path}", "SELECT * FROM accounts ORDER BY rowid"));
        Assert.Equal(new KindCount(2, 1, 0), report.Kinds[RecordKind.Accounts]);
        Assert.Equal("a\uFFFD", Assert.Single(graph.Batches.SelectMany(batch => batch.Accounts)).Id);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void FromEnvironment_VariableNotSet_IsAnErrorThatNamesIt()
    {
        IngestionException e = Assert.Throws<IngestionException>(
            () => SqlRequest.FromEnvironment(RecordKind.Accounts, "x", SqlDatabase.PostgreSql, "LINKGRAPH_NO_SUCH_VARIABLE", Query));
        Assert.Contains("LINKGRAPH_NO_SUCH_VARIABLE", e.Message, StringComparison.Ordinal);
    }

    private static Task<IngestReport> RunAsync(RecordingGraph graph, SourceRequest request) =>
        new IngestionRun(Options with { ToleratedRejects = 100 }, graph, graph, TimeProvider.System, NullLogger.Instance)
            .RunAsync([request], TestContext.Current.CancellationToken);

    private SqlRequest Postgres(string query) => new(RecordKind.Exchanges, "x", SqlDatabase.PostgreSql, postgres.ConnectionString, query);

    private void RequirePostgres()
    {
        if (postgres.Missing is not null)
        {
            SharedFolder.Skip(postgres.Missing);
        }
    }
}
