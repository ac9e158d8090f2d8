using System.Text.Json;
using LinkGraph.ContractTests.Infrastructure;
using Neo4j.Driver;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>Bad input through the whole program: rejected with file, line, field and reason, the exit code says so, the rest is intact.</summary>
public abstract class HostileInputTests(GraphHome home, GeneratedWorld world)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j, GeneratedWorld world) : HostileInputTests(new Neo4jHome(neo4j), world);

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home, GeneratedWorld world) : HostileInputTests(home, world);

    // Four hostile values for every field, as JSON.
    private static readonly string[] s_id = ["{\"a\":1}", "\"nul\\u0000\"", "\"lone \\ud800\"", $"\"{new string('x', 300)}\""];
    private static readonly string[] s_time = ["\"2026-02-30T00:00:00Z\"", "20260101", "\"yesterday\"", "\"\\u0000\""];
    private static readonly string[] s_country = ["\"Germany\"", "49", "\"D\\u0000\"", "[\"DE\"]"];
    private static readonly string[] s_address = ["\"300.1.1.1\"", "\"1.2.3\"", "\"fe80::g\"", "16843009"];
    private static readonly string[] s_tokens = ["-1", "1.5", "\"7\"", "1e30"];
    private static readonly string[] s_agent = ["[]", "\"nul\\u0000\"", "\"lone \\udfff\"", $"\"{new string('x', 2_000)}\""];

    private static readonly Dictionary<string, (string Valid, (string Field, string[] Values)[] Fields)> s_kinds = new()
    {
        ["accounts"] = (
            """{"id":"good","created_at":"2026-01-01T00:00:00Z","email":"a@example.org","country":"DE","org_id":"o","status":"active","status_at":"2026-01-02T00:00:00Z"}""",
            [
                ("id", s_id), ("created_at", s_time), ("email", ["true", "\"a\\u0000@b.c\"", "\"\\ud800@b.c\"", "\"no address\""]), ("country", s_country),
                ("org_id", s_id), ("status", ["\"asleep\"", "1", "\"\\ud800\"", "{}"]), ("status_at", s_time),
            ]),
        ["payment_methods"] = (
            """{"account_id":"good","fingerprint":"fp","kind":"card","bin":"411111","country":"DE","first_seen":"2026-01-01T00:00:00Z","last_seen":"2026-01-02T00:00:00Z"}""",
            [
                ("account_id", s_id), ("fingerprint", s_id), ("kind", s_id), ("bin", ["\"4111111111111111\"", "\"12\"", "\"41x111\"", "{}"]),
                ("country", s_country), ("first_seen", s_time), ("last_seen", s_time),
            ]),
        ["proxies"] = (
            """{"network":"198.51.100.0/24","proxy_id":"px","kind":"residential","confidence":0.5}""",
            [
                ("network", ["\"198.51.100.0/33\"", "\"300.0.0.0/8\"", "7", "\"\\u0000\""]), ("proxy_id", s_id), ("kind", s_id),
                ("confidence", ["2", "-0.1", "\"high\"", "[]"]),
            ]),
        ["exchanges"] = (
            """{"account_id":"good","at":"2026-01-01T00:00:00Z","ip":"198.51.100.7","user_agent":"cli/1.0","model":"m","prompt":"please sum these five numbers for me","input_tokens":5,"output_tokens":7}""",
            [
                ("account_id", s_id), ("at", s_time), ("ip", s_address), ("user_agent", s_agent), ("model", s_id),
                ("prompt", ["{}", "5", "\"nul \\u0000\"", "\"lone \\ud800\""]), ("input_tokens", s_tokens), ("output_tokens", s_tokens),
            ]),
        ["models"] = ("""{"id":"m","released_at":"2026-01-01T00:00:00Z"}""", [("id", s_id), ("released_at", s_time)]),
    };

    [Fact]
    public async Task Ingest_FourHostileValuesForEveryField_RejectsEachAndKeepsTheRest()
    {
        string address = await home.EmptyAsync(), folder = world.NewFolder(), state = world.NewFolder();
        var expected = new List<(string File, long Line, string Field)>();
        foreach (var (kind, (valid, fields)) in s_kinds)
        {
            string file = Path.Combine(folder, $"{kind}.ndjson");
            var lines = new List<string> { valid };
            foreach (var (field, values) in fields)
            {
                Assert.Equal(4, values.Distinct().Count());
                foreach (string value in values)
                {
                    lines.Add(With(valid, field, value));
                    expected.Add((file, lines.Count, field));
                }
            }
            await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        }

        var run = (await ProgramProcess.RunAsync(address, "ingest", folder, "--state", state, "--max-rejects", "1")).Expect(3);

        Assert.Contains($"{expected.Count} records were rejected", run.Error, StringComparison.Ordinal);
        var rejects = File.ReadLines(RejectsFile(state)).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.All(rejects, r => Assert.NotEmpty(r.GetProperty("reason").GetString()!));
        Assert.Equal(
            expected.Order(),
            rejects.Select(r => (r.GetProperty("file").GetString()!, r.GetProperty("line").GetInt64(), r.GetProperty("field").GetString()!)).Order());
        Assert.Equal(
            ["Account 1", "Client 1", "IpAddress 1", "Model 1", "Network 1", "PaymentMethod 1", "Proxy 1"],
            (await home.LookAsync(address, CountsAsync)).Where(c => !c.StartsWith("TimeWindow", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Ingest_TooManyRejects_StopsBeforeAnythingIsWritten()
    {
        string address = await home.EmptyAsync(), folder = world.NewFolder(), state = world.NewFolder();
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "models.ndjson"), Enumerable.Repeat("{\"id\":", 50).Prepend(s_kinds["models"].Valid), TestContext.Current.CancellationToken);

        var run = (await ProgramProcess.RunAsync(address, "ingest", folder, "--state", state)).Expect(1);

        Assert.Contains("models.ndjson", run.Error, StringComparison.Ordinal);
        Assert.Contains(RejectsFile(state), run.Error, StringComparison.Ordinal);
        Assert.Empty(await home.LookAsync(address, CountsAsync));
    }

    [Fact]
    public async Task Ingest_LineOfAHundredMegabytesAndTruncatedGzip_AreNamedAndTheRestIsKept()
    {
        string address = await home.EmptyAsync(), folder = world.NewFolder(), state = world.NewFolder();
        await using (var text = new StreamWriter(Path.Combine(folder, "exchanges.ndjson")))
        {
            await text.WriteLineAsync(s_kinds["exchanges"].Valid);
            string megabyte = new('x', 1 << 20);
            await text.WriteAsync("{\"account_id\":\"long\",\"at\":\"2026-01-01T00:00:00Z\",\"prompt\":\"");
            for (int i = 0; i < 100; i++)
                await text.WriteAsync(megabyte);
            await text.WriteLineAsync("\"}");
            await text.WriteLineAsync(s_kinds["exchanges"].Valid.Replace("good", "better", StringComparison.Ordinal));
        }
        (await ProgramProcess.RunAsync(address, "ingest", folder, "--state", state)).Expect(3);
        var reject = JsonDocument.Parse((await File.ReadAllLinesAsync(RejectsFile(state), TestContext.Current.CancellationToken)).Single()).RootElement;
        Assert.Equal(2, reject.GetProperty("line").GetInt64());
        Assert.Contains("Account 2", await home.LookAsync(address, CountsAsync));

        string zipped = Path.Combine(folder, "accounts.ndjson.gz");
        await using (var gzip = new System.IO.Compression.GZipStream(File.Create(zipped), System.IO.Compression.CompressionLevel.Fastest))
        await using (var text = new StreamWriter(gzip))
        {
            for (int i = 0; i < 20_000; i++)
                await text.WriteLineAsync(s_kinds["accounts"].Valid.Replace("good", $"account-{i}", StringComparison.Ordinal));
        }
        await using (var cut = new FileStream(zipped, FileMode.Open))
            cut.SetLength(cut.Length / 2);
        var damaged = (await ProgramProcess.RunAsync(address, "ingest", zipped, "--state", state)).Expect(1);
        Assert.Contains("accounts.ndjson.gz", damaged.Error, StringComparison.Ordinal);
        Assert.Contains("line", damaged.Error, StringComparison.Ordinal);
    }

    private static string RejectsFile(string state) => Assert.Single(Directory.GetFiles(Path.Combine(state, "rejects")));

    /// <summary>The valid record with one value replaced.</summary>
    private static string With(string valid, string field, string value)
    {
        using var record = JsonDocument.Parse(valid);
        return "{" + string.Join(',', record.RootElement.EnumerateObject().Select(p => $"\"{p.Name}\":{(p.Name == field ? value : p.Value.GetRawText())}")) + "}";
    }

    private static async Task<List<string>> CountsAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession(s => s.WithDefaultAccessMode(AccessMode.Read));
        var cursor = await session.RunAsync(
            "MATCH (n) WHERE NOT n:Checkpoint WITH labels(n)[0] AS label, count(*) AS nodes RETURN label + ' ' + nodes AS label ORDER BY label");
        return await cursor.ToListAsync(r => r["label"].As<string>());
    }
}
