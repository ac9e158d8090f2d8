using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Model.Records;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>At least four hostile values for every field of every kind: each is a reject that names the field, and its neighbours are written.</summary>
public sealed class HostileFieldTests
{
    private static readonly string Long = new('x', 2000);

    private static readonly Dictionary<RecordKind, (string Good, Dictionary<string, string> Fields)> Records = new()
    {
        [RecordKind.Accounts] = ("a", new()
        {
            ["id"] = "\"a\"", ["created_at"] = "\"2026-01-01T00:00:00Z\"", ["email"] = "\"a@b.c\"", ["country"] = "\"DE\"", ["org_id"] = "\"o\"",
            ["status"] = "\"active\"", ["status_at"] = "\"2026-01-01T00:00:00Z\"",
        }),
        [RecordKind.PaymentMethods] = ("a", new()
        {
            ["account_id"] = "\"a\"", ["fingerprint"] = "\"f\"", ["kind"] = "\"card\"", ["bin"] = "\"400000\"", ["country"] = "\"DE\"",
            ["first_seen"] = "\"2026-01-01T00:00:00Z\"", ["last_seen"] = "\"2026-01-02T00:00:00Z\"",
        }),
        [RecordKind.Proxies] = ("a", new()
        {
            ["network"] = "\"192.0.2.0/24\"", ["proxy_id"] = "\"p\"", ["kind"] = "\"vpn\"", ["confidence"] = "0.5",
        }),
        [RecordKind.Exchanges] = ("a", new()
        {
            ["account_id"] = "\"a\"", ["at"] = "\"2026-01-01T00:00:00Z\"", ["ip"] = "\"192.0.2.1\"", ["user_agent"] = "\"u\"", ["model"] = "\"m\"",
            ["prompt"] = "\"p\"", ["input_tokens"] = "1", ["output_tokens"] = "2",
        }),
        [RecordKind.Models] = ("a", new() { ["id"] = "\"m\"", ["released_at"] = "\"2026-01-01T00:00:00Z\"" }),
    };

    private static readonly string[] BadId = ["null", "\"\"", "5", "{}", "\"a\\u0000b\"", "\"\\ud800\"", $"\"{Long}\"", "\"   \"", "\"a\\nb\""];
    private static readonly string[] BadText = ["5", "[\"a\"]", "\"a\\u0000b\"", "\"\\udc00\"", $"\"{Long}\"", "true"];

    private static readonly string[] BadTime =
        ["5", "\"2026-02-30T00:00:00Z\"", "\"2026-01-01\"", "\"2026-01-01T25:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"now\"", "\"\\ud800\"", "{}",
        "\"2026-01-01T00:00:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-01-01T00:00:60Z\"", "\"2026-01-01T00:00:00.Z\""];

    private static readonly string[] BadCountry = ["5", "\"DEU\"", "\"D\"", "\"1a\"", "\"\\u0000\\u0000\"", "\"\\ud83d\""];
    private static readonly string[] BadTokens = ["-1", "1.5", "\"7\"", "1e400", "99999999999999999999", "true", "1000000001"];

    private static readonly Dictionary<string, string[]> Hostile = new()
    {
        ["id"] = BadId, ["account_id"] = BadId, ["fingerprint"] = BadId, ["proxy_id"] = BadId,
        ["org_id"] = BadText, ["kind"] = BadText, ["user_agent"] = BadText, ["model"] = BadText,
        ["created_at"] = BadTime, ["status_at"] = BadTime, ["first_seen"] = BadTime, ["last_seen"] = BadTime, ["at"] = BadTime, ["released_at"] = BadTime,
        ["country"] = BadCountry,
        ["email"] = ["5", "\"nobody\"", "\"@b.c\"", "\"a@\"", "\"a@b c\"", "\"a\\u0000@b.c\"", "\"\\ud800@b.c\"", $"\"{Long}@b.c\""],
        ["status"] = ["5", "\"gone\"", "\"Active \"", "[]", "\"\\ud800\""],
        ["bin"] = ["{}", "\"12\"", "\"4000a0\"", "\"4111111111111111\"", "\"\\ud800\""],
        ["network"] = ["5", "null", "\"192.0.2.0/33\"", "\"192.0.2.0/\"", "\"300.0.0.1\"", "\"2001:db8::/129\"", "\"192.0.2.0/-1\"", "\"\\u0000\"", "\"010.0.0.1\""],
        ["confidence"] = ["-0.1", "1.1", "\"0.5\"", "1e400", "[]", "true"],
        ["ip"] = ["5", "\"1\"", "\"256.1.1.1\"", "\"1.2.3\"", "\"0x7f.0.0.1\"", "\"01.2.3.4\"", "\"1.2.3.4:80\"", "\"[::1]\"", "\"fe80::1%eth0\"", "\":::\"", "\"\\ud800\"",
            "\"1.2.3.4\\u0000\"", "\"1.2.3.\"", $"\"{Long}\""],
        ["prompt"] = ["5", "[]", "\"a\\u0000b\"", "\"\\ud800 lone\"", "{\"text\":\"x\"}"],
        ["input_tokens"] = BadTokens, ["output_tokens"] = BadTokens,
    };

    public static TheoryData<RecordKind, string, string> Table()
    {
        var table = new TheoryData<RecordKind, string, string>();
        foreach ((RecordKind kind, (_, Dictionary<string, string> fields)) in Records)
        {
            foreach (string field in fields.Keys)
            {
                Assert.True(Hostile[field].Length >= 4);
                foreach (string value in Hostile[field])
                {
                    table.Add(kind, field, value);
                }
            }
        }
        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task RunAsync_HostileValue_IsRejectedAndNamesTheField(RecordKind kind, string field, string value)
    {
        using var fixture = new IngestFixture();
        string good = Line(kind, null, null);
        IngestReport report = await fixture.RunAsync(kind, $"{good}\n{Line(kind, field, value)}\n{good}\n");
        Assert.Equal(new KindCount(3, 1, 0), report.Kinds[kind]);
        (long line, string? named, string reason) = Assert.Single(fixture.Rejects());
        Assert.Equal((2, field), (line, named));
        Assert.DoesNotContain("xxx", reason, StringComparison.Ordinal);
        using var clean = new IngestFixture();
        await clean.RunAsync(kind, $"{good}\n{good}\n");
        Assert.Equal(clean.Graph.Dump(), fixture.Graph.Dump());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("{\"account_id\":\"a\",\"at\":\"2026-01-01T00:00:00Z\"} x")]
    [InlineData("{\"account_id\":\"a\",\"at\":\"2026-01-01T00:00:00Z\"")]
    [InlineData("nonsense")]
    [InlineData("{\"account_id\":\"a\tb\",\"at\":\"2026-01-01T00:00:00Z\"}")]
    public async Task RunAsync_MalformedJson_IsRejectedWithItsLine(string line)
    {
        using var fixture = new IngestFixture();
        IngestReport report = await fixture.RunAsync(RecordKind.Exchanges, $"\n{line}\n\r\n");
        Assert.Equal(new KindCount(1, 1, 0), report.Kinds[RecordKind.Exchanges]);
        Assert.Equal(2, Assert.Single(fixture.Rejects()).Line);
        Assert.Empty(fixture.Graph.Dump());
    }

    [Fact]
    public async Task RunAsync_BrokenUtf8_IsRejectedAndTheRestIsWritten()
    {
        using var fixture = new IngestFixture();
        string good = Line(RecordKind.Exchanges, null, null);
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes($"{good}\n{good.Replace("\"u\"", "\"\u00ff\u00fe\"", StringComparison.Ordinal)}\n{good}\n");
        string path = fixture.WriteBytes("exchanges.ndjson", bytes);
        IngestReport report = await fixture.RunAsync(new LinkGraph.Ingestion.Sources.PathRequest(path));
        Assert.Equal(new KindCount(3, 1, 0), report.Kinds[RecordKind.Exchanges]);
        Assert.Equal((2L, (string?)null, "not UTF-8"), Assert.Single(fixture.Rejects()));
    }

    [Fact]
    public async Task RunAsync_OptionalFieldsNullOrAbsentOrUnknownOnes_AreAccepted()
    {
        using var fixture = new IngestFixture();
        IngestReport report = await fixture.RunAsync(
            RecordKind.Exchanges,
            """
            {"at":"2026-01-01T00:00:00Z","account_id":"a"}
            {"account_id":"a","at":"2026-01-01t01:00:00.5+01:00","ip":null,"user_agent":null,"model":null,"prompt":null,"input_tokens":null,"output_tokens":null}
            {"extra":{"account_id":"z","deep":[1,{"at":2}]},"account\u005fid":"\u0061","at":"2026-01-01T00:00:02Z","ip":"","also":"\ud800"}
            """);
        Assert.Equal(new KindCount(3, 0, 0), report.Kinds[RecordKind.Exchanges]);
        Assert.Equal(3, fixture.Graph.Activity["a"].Exchanges);
        Assert.Equal(DateTimeOffset.Parse("2026-01-01T00:00:02Z", null), fixture.Graph.Activity["a"].Seen.Last);
    }

    private static string Line(RecordKind kind, string? field, string? value) =>
        "{" + string.Join(',', Records[kind].Fields.Select(f => $"\"{f.Key}\":{(f.Key == field ? value : f.Value)}")) + "}";
}
