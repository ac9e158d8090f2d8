using System.Globalization;
using System.Text;
using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;
using Parquet;
using Parquet.Schema;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>The same records in each format give the same graph.</summary>
public sealed class FormatTests
{
    private static readonly (string Account, DateTime At, string? Ip, string? Agent, string? Prompt, int? Tokens)[] Rows =
    [
        ("a", Utc("2026-01-01T00:00:00Z"), "192.0.2.1", "u, \"quoted\"/1", "line one\nline two, with commas", 5),
        ("b", Utc("2026-01-02T03:04:05.1230000Z"), null, null, null, null),
        ("a", Utc("2026-01-03T00:00:00Z"), "2001:db8::1", "ünïcode/2", "please write me a poem about the sea", 0),
        ("c", Utc("2026-01-03T00:00:00Z"), "nonsense", "u", "x", 1),
    ];

    [Fact]
    public async Task RunAsync_Csv_GivesTheGraphOfNdjson()
    {
        string expected = await DumpAsync("exchanges.ndjson", Encoding.UTF8.GetBytes(Ndjson()), rejectLine: 4);
        Assert.Equal(expected, await DumpAsync("exchanges.csv", Encoding.UTF8.GetBytes(Csv("\n")), rejectLine: 6));
        Assert.Equal(expected, await DumpAsync("exchanges.csv", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv("\r\n"))).ToArray(), rejectLine: 6));
        Assert.Equal(expected, await DumpAsync("exchanges.csv.gz", IngestFixture.Gzip(Encoding.UTF8.GetBytes(Csv("\n"))), rejectLine: 6));
        Assert.Equal(expected, await DumpAsync("exchanges.jsonl.gz", IngestFixture.Gzip(Encoding.UTF8.GetBytes(Ndjson())), rejectLine: 4));
        Assert.Equal(expected, await DumpAsync("exchanges.ndjson", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Ndjson())).ToArray(), rejectLine: 4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task RunAsync_Parquet_GivesTheGraphOfNdjson(int rowGroup)
    {
        string expected = await DumpAsync("exchanges.ndjson", Encoding.UTF8.GetBytes(Ndjson()), rejectLine: 4);
        Assert.Equal(expected, await DumpAsync("exchanges.parquet", await ParquetAsync(rowGroup), rejectLine: 4));
    }

    [Fact]
    public async Task RunAsync_ParquetStoppedBetweenRowGroups_GoesOn()
    {
        using var fixture = new IngestFixture();
        fixture.Options = fixture.Options with { WindowRecords = 1, BatchRows = 2 };
        string path = fixture.WriteBytes("exchanges.parquet", await ParquetAsync(2));
        fixture.Graph.FailAfter = write => write == 4 ? new TimeoutException() : null;
        await Assert.ThrowsAsync<TimeoutException>(() => fixture.RunAsync(new PathRequest(path)));
        await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(await DumpAsync("exchanges.ndjson", Encoding.UTF8.GetBytes(Ndjson()), rejectLine: 4), fixture.Graph.Dump() + fixture.Spool.Dump());
    }

    [Fact]
    public async Task RunAsync_CsvStopped_GoesOn()
    {
        using var fixture = new IngestFixture();
        fixture.Options = fixture.Options with { WindowRecords = 1, BatchRows = 2 };
        string path = fixture.Write("exchanges.csv", Csv("\n"));
        fixture.Graph.FailAfter = write => write == 5 ? new TimeoutException() : null;
        await Assert.ThrowsAsync<TimeoutException>(() => fixture.RunAsync(new PathRequest(path)));
        await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(await DumpAsync("exchanges.ndjson", Encoding.UTF8.GetBytes(Ndjson()), rejectLine: 4), fixture.Graph.Dump() + fixture.Spool.Dump());
        Assert.Equal(6, Assert.Single(fixture.Rejects()).Line);
    }

    [Theory]
    [InlineData("account_id,ip\n", "no column at")]
    [InlineData("", "header")]
    [InlineData("account_id,at,at\n", "twice")]
    public async Task RunAsync_CsvWithWrongHeader_IsAnErrorBeforeAnythingIsWritten(string content, string message)
    {
        using var fixture = new IngestFixture();
        fixture.Write("accounts.ndjson", """{"id":"a","created_at":"2026-01-01T00:00:00Z"}""");
        fixture.WriteBytes("exchanges.csv", Encoding.UTF8.GetBytes(content));
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(fixture.Folder)));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Graph.Dump());
    }

    [Theory]
    [InlineData("a,2026-01-01T00:00:00Z,1.2.3.4,extra", null, "has 4 columns, the header has 3")]
    [InlineData("a", null, "has 1 columns, the header has 3")]
    [InlineData("#a,2026-01-01T00:00:00Z,x", "ip", "not an IP address")]
    [InlineData("a,\"2026-01-01T00:00:00Z\"x,1.2.3.4", "at", "not an RFC 3339 time from 1970 on")]
    public async Task RunAsync_BadCsvRow_IsRejectedAndTheRestIsWritten(string row, string? field, string reason)
    {
        using var fixture = new IngestFixture();
        string path = fixture.Write("exchanges.csv", "account_id,at,ip", row, "b,2026-01-01T00:00:00Z,");
        IngestReport report = await fixture.RunAsync(new PathRequest(path));
        Assert.Equal((2L, field, reason), Assert.Single(fixture.Rejects()));
        Assert.Equal(new KindCount(2, 1, 0), report.Kinds[RecordKind.Exchanges]);
        Assert.Equal("b", Assert.Single(fixture.Graph.Activity.Keys));
    }

    [Fact]
    public async Task RunAsync_CsvWithBrokenUtf8_IsRejected()
    {
        using var fixture = new IngestFixture();
        string path = fixture.WriteBytes("exchanges.csv", Encoding.Latin1.GetBytes("account_id,at\n\u00e9,2026-01-01T00:00:00Z\nb,2026-01-01T00:00:00Z\n"));
        await fixture.RunAsync(new PathRequest(path));
        Assert.Equal((2L, "account_id"), Assert.Single(fixture.Rejects()) is var (line, named, _) ? (line, named) : default);
        Assert.Equal("b", Assert.Single(fixture.Graph.Activity.Keys));
    }

    [Fact]
    public async Task RunAsync_CsvWithReplacementCharacter_IsTextLikeAnyOther()
    {
        using var fixture = new IngestFixture();
        string path = fixture.Write("exchanges.csv", "account_id,at", "caf\uFFFD,2026-01-01T00:00:00Z");
        await fixture.RunAsync(new PathRequest(path));
        Assert.Empty(fixture.Rejects());
        Assert.Equal("caf\uFFFD", Assert.Single(fixture.Graph.Activity.Keys));
    }

    [Fact]
    public async Task RunAsync_CsvInUtf16_IsAnErrorBeforeAnythingIsWritten()
    {
        using var fixture = new IngestFixture();
        Encoding utf16 = Encoding.Unicode;
        string path = fixture.WriteBytes("exchanges.csv", [.. utf16.GetPreamble(), .. utf16.GetBytes("account_id,at\na,2026-01-01T00:00:00Z\n")]);
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(path)));
        Assert.Contains("not UTF-8", e.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Graph.Checkpoints);
    }

    [Fact]
    public async Task RunAsync_NotParquet_IsAnErrorBeforeAnythingIsWritten()
    {
        using var fixture = new IngestFixture();
        string path = fixture.Write("exchanges.parquet", "this is no parquet file at all, whatever its name says");
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(path)));
        Assert.Contains("not a Parquet file", e.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Graph.Checkpoints);
    }

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime;

    private static string At(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string Ndjson() => string.Join('\n', Rows.Select(row => System.Text.Json.JsonSerializer.Serialize(
        new { account_id = row.Account, at = At(row.At), ip = row.Ip, user_agent = row.Agent, prompt = row.Prompt, input_tokens = row.Tokens })));

    private static string Csv(string feed)
    {
        string Quote(string? text) => text is null ? "" : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return "at,account_id,unknown,ip,user_agent,prompt,input_tokens" + feed + string.Concat(Rows.Select(row =>
            $"{At(row.At)},{row.Account},?,{Quote(row.Ip)},{Quote(row.Agent)},{Quote(row.Prompt)},{row.Tokens}{feed}"));
    }

    private static async Task<string> DumpAsync(string name, byte[] content, long rejectLine)
    {
        using var fixture = new IngestFixture();
        string path = fixture.WriteBytes(name, content);
        IngestReport report = await fixture.RunAsync(new PathRequest(path));
        Assert.Equal((rejectLine, "ip", "not an IP address"), Assert.Single(fixture.Rejects()));
        Assert.Equal(new KindCount(4, 1, 0), report.Kinds[RecordKind.Exchanges]);
        Assert.NotEmpty(fixture.Spool.Dump());
        return fixture.Graph.Dump() + fixture.Spool.Dump();
    }

    private static async Task<byte[]> ParquetAsync(int rowGroup)
    {
        var account = new DataField<string>("account_id");
        var at = new DataField<DateTime>("at");
        var ip = new DataField<string>("ip");
        var agent = new DataField<string>("user_agent");
        var prompt = new DataField<string>("prompt");
        var tokens = new DataField<int?>("input_tokens");
        var unknown = new DataField<double>("unknown");
        using var file = new MemoryStream();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(account, at, ip, agent, prompt, tokens, unknown), file))
        {
            foreach ((string Account, DateTime At, string? Ip, string? Agent, string? Prompt, int? Tokens)[] rows in Rows.Chunk(rowGroup))
            {
                using ParquetRowGroupWriter group = writer.CreateRowGroup();
                await group.WriteAsync(account, rows.Select(row => row.Account).ToArray());
                await group.WriteAsync<DateTime>(at, rows.Select(row => row.At).ToArray());
                await group.WriteAsync(ip, rows.Select(row => row.Ip).ToArray()!);
                await group.WriteAsync(agent, rows.Select(row => row.Agent).ToArray()!);
                await group.WriteAsync(prompt, rows.Select(row => row.Prompt).ToArray()!);
                await group.WriteAsync<int>(tokens, rows.Select(row => row.Tokens).ToArray());
                await group.WriteAsync<double>(unknown, rows.Select(_ => 1.5).ToArray());
            }
        }
        return file.ToArray();
    }
}
