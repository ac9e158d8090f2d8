using System.Globalization;
using System.Text;
using CsCheck;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>The graph is a function of the multiset of records: not of their order, their pieces, the windows or the batches.</summary>
public sealed class OrderTests
{
    private static readonly Gen<string?> Country = Gen.Int[0, 2].Select(i => new[] { null, "DE", "FR" }[i]);
    private static readonly Gen<string> Time = Gen.Int[0, 300].Select(m => string.Create(CultureInfo.InvariantCulture, $"2026-01-01T{m / 60:00}:{m % 60:00}:00Z"));
    private static readonly Gen<string> Id = Gen.Int[0, 6].Select(i => $"a{i}");

    private static readonly Gen<(RecordKind, string)> Record = Gen.Frequency(
        (2, Gen.Select(Id, Time, Country, Gen.Bool.Select(banned => banned ? "banned" : "active"), Time, (id, created, country, status, at) =>
            (RecordKind.Accounts, $$"""{"id":"{{id}}","created_at":"{{created}}","country":{{Text(country)}},"status":"{{status}}","status_at":"{{at}}","email":"x{{at[11..13]}}@m.org"}"""))),
        (2, Gen.Select(Id, Gen.Int[0, 4], Time, Country, (id, card, at, country) =>
            (RecordKind.PaymentMethods, $$"""{"account_id":"{{id}}","fingerprint":"c{{card}}","country":{{Text(country)}},"first_seen":"{{at}}"}"""))),
        (1, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], (net, proxy) =>
            (RecordKind.Proxies, $$"""{"network":"192.0.{{net}}.9/24","proxy_id":"p{{proxy}}"}"""))),
        (1, Gen.Select(Gen.Int[0, 2], Time, (model, at) => (RecordKind.Models, $$"""{"id":"m{{model}}","released_at":"{{at}}"}"""))),
        (8, Gen.Select(Id, Time, Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 3], (id, at, ip, client, prompt) =>
            (RecordKind.Exchanges,
                $$"""{"account_id":"{{id}}","at":"{{at}}","ip":"{{(ip == 0 ? "::ffff:192.0.2.1" : $"192.0.2.{ip}")}}","user_agent":"u{{client}}","model":"m{{client % 2}}","prompt":"{{Prompt(prompt)}}","output_tokens":{{ip}}}"""))));

    [Fact]
    public async Task RunAsync_ShuffledAndCutInput_GivesTheSameGraph() =>
        await Gen.Select(Record.Array[0, 80], Gen.Int[0, int.MaxValue], Gen.Int[1, 5], Gen.Int[1, 30], Gen.Int[1, 20]).SampleAsync(
            async (records, seed, pieces, windowRecords, batchRows) =>
            {
                using var whole = new IngestFixture();
                await IngestAsync(whole, records, 1);
                using var torn = new IngestFixture();
                torn.Options = torn.Options with { WindowRecords = windowRecords, BatchRows = batchRows };
                (RecordKind, string)[] shuffled = [.. records.Index().OrderBy(r => HashCode.Combine(r.Index * 7919, seed % (r.Index + 2))).Select(r => r.Item)];
                await IngestAsync(torn, shuffled, pieces);
                Assert.Equal(whole.Graph.Dump(), torn.Graph.Dump());
                Assert.Equal(whole.Spool.Dump(), torn.Spool.Dump());
            },
            iter: 60);

    [Fact]
    public async Task RunAsync_FolderInAnyOrderOfKinds_MakesStubsAndCompletesThem()
    {
        using var fixture = new IngestFixture();
        string exchanges = fixture.Write("exchanges.ndjson", """{"account_id":"late","at":"2026-01-01T00:00:00Z"}""");
        string accounts = fixture.Write("accounts.ndjson", """{"id":"late","created_at":"2025-01-01T00:00:00Z"}""");
        await fixture.RunAsync(new PathRequest(exchanges));
        await fixture.RunAsync(new PathRequest(accounts));
        using var other = new IngestFixture();
        await other.RunAsync(new PathRequest(fixture.Folder));
        Assert.Equal(fixture.Graph.Dump(), other.Graph.Dump());
    }

    private static string Text(string? value) => value is null ? "null" : $"\"{value}\"";

    private static string Prompt(int number) => number switch
    {
        0 => "",
        1 => "please write me a short poem about the sea and the moon",
        2 => "please write me a \\u00fcber short poem \\\"about\\\" the sea",
        _ => "hi",
    };

    private static async Task IngestAsync(IngestFixture fixture, (RecordKind Kind, string Line)[] records, int pieces)
    {
        var piecesOf = new Dictionary<(int, RecordKind), StringBuilder>();
        foreach ((int index, (RecordKind kind, string line)) in records.Index())
        {
            (int, RecordKind) key = (index % pieces, kind);
            if (!piecesOf.TryGetValue(key, out StringBuilder? text))
            {
                piecesOf[key] = text = new StringBuilder();
            }
            text.Append(line).Append('\n');
        }
        foreach (((int piece, RecordKind kind), StringBuilder text) in piecesOf)
        {
            IngestReport report = await fixture.RunAsync(kind, text.ToString(), $"{kind}{piece}");
            Assert.Equal(0, report.Rejected);
        }
    }
}
