using System.Text;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Sources;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>CSV that ends too early must not leave a shortened value behind, and is taken once it is whole.</summary>
public sealed class TornCsvTests
{
    [Fact]
    public async Task RunAsync_CsvQuoteNeverClosedInTheFirstRecord_SaysWhere()
    {
        using var fixture = new IngestFixture();
        string path = fixture.Write("exchanges.csv", ["account_id,at", "\"b,2026-01-01T00:00:00Z", .. Enumerable.Repeat(new string('x', 999), 3000)]);
        IngestReport report = await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(2, Assert.Single(report.Damaged).Line);
        Assert.Empty(fixture.Graph.Activity);
    }

    [Theory]
    [InlineData("b", ",2026-01-01T00:00:00Z,u,p\n", "the middle of a record")]
    [InlineData("b,2026-01-01T00:00:00Z", ",u,p", "the middle of a record")]
    [InlineData("b,2026-01-01T00:00:00Z,u,\"", "p\"\n", "within quotes")]
    [InlineData("b,2026-01-01T00:00:00Z,u,\"say \"\"hello", "\"\"\"\n", "within quotes")]
    [InlineData("b,2026-01-01T00:00:00Z,\"u\",\"p\n", "q\"\n", "within quotes")]
    [InlineData("b,2026-01-01T00:00:00Z,\"u\"\"v\",\"\"\"", "p\"\n", "within quotes")]
    public async Task RunAsync_CsvEndsWithinARecord_TakesItOnlyOnceItIsWhole(string torn, string rest, string reason)
    {
        const string Before = "account_id,at,user_agent,prompt\na,2026-01-01T00:00:00Z,u,p\n";
        using var fixture = new IngestFixture();
        string path = fixture.WriteBytes("exchanges.csv", Encoding.UTF8.GetBytes(Before + torn));
        IngestReport report = await fixture.RunAsync(new PathRequest(path));
        Assert.Contains(reason, Assert.Single(report.Damaged).Reason, StringComparison.Ordinal);
        Assert.Equal((3L, (string?)null, report.Damaged[0].Reason), Assert.Single(fixture.Rejects()));
        Assert.Equal("a", Assert.Single(fixture.Graph.Activity.Keys));

        fixture.WriteBytes("exchanges.csv", Encoding.UTF8.GetBytes(Before + torn + rest));
        Assert.Empty((await fixture.RunAsync(new PathRequest(path))).Damaged);
        Assert.Equal(1, fixture.Graph.Activity["b"].Exchanges);
        Assert.Empty(fixture.Rejects());
    }

    [Fact]
    public async Task RunAsync_CsvEndsWithinACharacter_TakesItOnlyOnceItIsWhole()
    {
        byte[] whole = Encoding.UTF8.GetBytes("account_id,at,model\na,2026-01-01T00:00:00Z,\u20AC");
        using var fixture = new IngestFixture();
        string path = fixture.WriteBytes("exchanges.csv", whole[..^1]);
        Assert.Equal(2, Assert.Single((await fixture.RunAsync(new PathRequest(path))).Damaged).Line);
        fixture.WriteBytes("exchanges.csv", whole);
        Assert.Empty((await fixture.RunAsync(new PathRequest(path))).Damaged);
        Assert.Equal("a", Assert.Single(fixture.Graph.Activity.Keys));
    }

    [Theory]
    [InlineData("b,2026-01-01T00:00:00Z,u")]
    [InlineData("b,2026-01-01T00:00:00Z,\"u\"")]
    [InlineData("b,2026-01-01T00:00:00Z,\"u \"\"\"")]
    [InlineData("b,2026-01-01T00:00:00Z,u\"v")]
    [InlineData("b,2026-01-01T00:00:00Z,\"u\"v\"w")]
    [InlineData("b,2026-01-01T00:00:00Z,")]
    [InlineData("b,2026-01-01T00:00:00Z,u\r\n ")]
    [InlineData("b,2026-01-01T00:00:00Z,\"u\"\r\n")]
    public async Task RunAsync_CsvLastRecordWithAllItsColumns_IsTaken(string last)
    {
        using var fixture = new IngestFixture();
        string path = fixture.WriteBytes("exchanges.csv", Encoding.UTF8.GetBytes("account_id,at,user_agent\na,2026-01-01T00:00:00Z,u\n" + last));
        IngestReport report = await fixture.RunAsync(new PathRequest(path));
        Assert.Empty(report.Damaged);
        Assert.Empty(fixture.Rejects());
        Assert.Equal(["a", "b"], fixture.Graph.Activity.Keys.Order());
    }

    [Fact]
    public async Task RunAsync_CsvGzipCutWithinTheFirstBlock_KeepsTheRowsThatAreWhole()
    {
        const int Rows = 500;
        var random = new Random(7);
        string[] rows = [.. Enumerable.Range(0, Rows).Select(i => $"a{i},2026-01-01T00:00:00Z,10.{random.Next(256)}.{random.Next(256)}.{random.Next(256)}")];
        byte[] packed = IngestFixture.Gzip(Encoding.UTF8.GetBytes("account_id,at,ip\n" + string.Join('\n', rows)));
        for (int cut = 1; cut < 60; cut += 7)
        {
            using var fixture = new IngestFixture();
            string path = fixture.WriteBytes("exchanges.csv.gz", packed[..^cut]);
            DamagedSource damaged = Assert.Single((await fixture.RunAsync(new PathRequest(path))).Damaged);
            int taken = fixture.Graph.Activity.Count;
            Assert.InRange(taken, 1, Rows - 1);
            Assert.Equal(taken + 2, damaged.Line);
            Assert.Equal(rows.Take(taken).Select(row => row.Split(',')[2]).Order(), fixture.Graph.Uses.Keys.Select(use => use.Fact).Order());
        }
    }
}
