using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Mapping;
using LinkGraph.Ingestion.Sources;

namespace LinkGraph.UnitTests.Ingestion.Mapping;

public sealed class MappedSourceTests
{
    private const string Json =
        """
        { "id": "no", "attributes": [ { "column": "who", "kind": "name" }, { "column": "born", "kind": "date" } ], "missing": ["n/a"] }
        """;

    private static readonly RecordMapping s_mapping = RecordMapping.Parse(Json, "m.json");

    [Fact]
    public async Task RunAsync_CsvOfAnyName_BecomesAttributes()
    {
        using var ingest = new IngestFixture();
        string path = ingest.Write("people.csv", "born,answer,who,no", "1855-03-15,x,Ann Lee,1", "N/A,x,ann  lee,2", "never,x,,3");

        var report = await ingest.RunAsync(new PathRequest(path) { Mapping = s_mapping });

        Assert.Equal(0, report.Rejected);
        Assert.Equal(
            ["1 born|date||18550315", "1 who|name||ann lee", "2 who|name||ann lee"],
            ingest.Graph.Attributes.Select(row => $"{row.Account} {row.Id}").Order(StringComparer.Ordinal));
        Assert.Empty(ingest.Graph.Accounts);
    }

    [Fact]
    public async Task RunAsync_NdjsonWithAccountFields_WritesBoth()
    {
        using var ingest = new IngestFixture();
        string path = ingest.Write(
            "people.ndjson", """{"no":"1","since":"2026-01-02T03:04:05Z","who":"Ann","age":41}""", """{"no":"2","since":"yesterday","who":"Bob","age":41}""");
        var mapping = RecordMapping.Parse(
            """{ "id": "no", "account": { "created_at": "since" }, "attributes": [ { "column": "who", "kind": "name" }, { "column": "age", "kind": "number" } ] }""", "m.json");

        await ingest.RunAsync(new PathRequest(path) { Mapping = mapping });

        Assert.Equal(["1"], ingest.Graph.Accounts.Keys);
        Assert.Equal(["age|number||41", "who|name||ann"], ingest.Graph.Attributes.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal([(2, "since", "not an RFC 3339 time from 1970 on")], ingest.Rejects());
    }

    [Fact]
    public async Task RunAsync_BadRecords_AreRejectedWithLineAndColumn()
    {
        using var ingest = new IngestFixture();
        string path = ingest.Write("people.csv", "no,who,born", ",Ann,", $"2,{new string('a', 1025)},", "3,Cid,");

        await ingest.RunAsync(new PathRequest(path) { Mapping = s_mapping });

        Assert.Equal([(2, "no", "missing"), (3, "who", "longer than 1024 bytes")], ingest.Rejects());
        Assert.Equal(["who|name||cid"], ingest.Graph.Attributes.Select(row => row.Id));
    }

    [Fact]
    public async Task RunAsync_TornAtEveryWrite_GivesTheGraphOfOneRun()
    {
        string[] lines = ["no,who,born", .. Enumerable.Range(0, 60).Select(i => $"{i},name{i % 7} x{i},19{i + 10}-01-02")];
        using var whole = Small();
        string path = whole.Write("people.csv", lines);
        await whole.RunAsync(new PathRequest(path, Name: "p") { Mapping = s_mapping });
        Assert.True(whole.Graph.Writes > 5);
        for (int at = 1; at <= whole.Graph.Writes; at++)
        {
            using var torn = Small();
            torn.Graph.FailAfter = write => write == at ? new TimeoutException() : null;
            await Assert.ThrowsAsync<TimeoutException>(() => torn.RunAsync(new PathRequest(path, Name: "p") { Mapping = s_mapping }));
            torn.Graph.FailAfter = _ => null;
            await torn.RunAsync(new PathRequest(path, Name: "p") { Mapping = s_mapping });

            Assert.Equal(whole.Graph.Dump(), torn.Graph.Dump());
        }
    }

    [Fact]
    public async Task RunAsync_AnotherMappingForTheSameSource_IsRefused()
    {
        using var ingest = new IngestFixture();
        string path = ingest.Write("people.csv", "no,who,born", "1,Ann,");
        await ingest.RunAsync(new PathRequest(path) { Mapping = s_mapping });
        var other = RecordMapping.Parse(Json.Replace("\"date\"", "\"code\"", StringComparison.Ordinal), "m.json");

        var error = await Assert.ThrowsAsync<IngestionException>(() => ingest.RunAsync(new PathRequest(path) { Mapping = other }));

        Assert.Contains("the mapping", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ColumnThatIsNotThere_IsNamed()
    {
        using var ingest = new IngestFixture();
        string path = ingest.Write("people.csv", "no,who", "1,Ann");

        var error = await Assert.ThrowsAsync<IngestionException>(() => ingest.RunAsync(new PathRequest(path) { Mapping = s_mapping }));

        Assert.EndsWith("has no column born, which the mapping names.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_HashedField_KeepsNoLetterOfIt()
    {
        using var ingest = new IngestFixture();
        string path = ingest.Write("people.csv", "no,who", "1,Ann Zyx", "2,Ann Zyxx");
        var mapping = RecordMapping.Parse("""{ "id": "no", "attributes": [ { "column": "who", "kind": "name", "keep": "hash" } ] }""", "m.json");

        await ingest.RunAsync(new PathRequest(path) { Mapping = mapping });

        string[][] words = [.. ingest.Graph.Attributes.Select(row => row.Attribute.Value.Split(' '))];
        Assert.Equal(2, words.Length);
        Assert.All(words.SelectMany(word => word), word => Assert.Matches("^#[0-9a-f]{16}[.][0-9a-f]{8}([.][0-9a-f]{6})+$", word));
        Assert.Equal(words[0][0], words[1][0]);
        Assert.NotEqual(words[0][1], words[1][1]);
    }

    private static IngestFixture Small()
    {
        var ingest = new IngestFixture();
        ingest.Options = ingest.Options with { WindowRecords = 20, BatchRows = 15 };
        return ingest;
    }
}
