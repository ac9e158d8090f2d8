using System.Globalization;
using System.Text;
using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;

namespace LinkGraph.UnitTests.Ingestion;

public sealed class ResumeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_FailsAtEveryWriteInTurn_GivesTheGraphOfOneRun(bool afterCommit)
    {
        using IngestFixture whole = Small();
        string path = whole.Write("exchanges.ndjson", Lines(0, 200));
        await whole.RunAsync(new PathRequest(path, Name: "x"));
        int writes = whole.Graph.Writes;
        Assert.True(writes > 20);
        for (int at = 1; at <= writes; at++)
        {
            using IngestFixture torn = Small();
            Fail(torn, at, afterCommit);
            await Assert.ThrowsAsync<TimeoutException>(() => torn.RunAsync(new PathRequest(path, Name: "x")));
            Fail(torn, 0, afterCommit);
            IngestReport report = await torn.RunAsync(new PathRequest(path, Name: "x"));
            Assert.Equal(whole.Graph.Dump(), torn.Graph.Dump());
            Assert.Equal(whole.Spool.Dump(), torn.Spool.Dump());
            Assert.Equal(whole.Spool.Frames.Keys, torn.Spool.Frames.Keys);
            Assert.Equal(whole.Graph.Checkpoints["x"], torn.Graph.Checkpoints["x"]);
            Assert.Equal(whole.Rejects(), torn.Rejects());
            Assert.Equal(200, report.Kinds[RecordKind.Exchanges].Read + report.Kinds[RecordKind.Exchanges].Skipped);
        }
    }

    [Fact]
    public async Task RunAsync_FileGrowsBetweenTornRunAndNext_GivesTheGraphOfOneRun()
    {
        string[] lines = [.. Lines(0, 120)];
        for (int at = 1; at < 12; at++)
        {
            using IngestFixture torn = Small();
            string path = torn.Write("exchanges.ndjson", lines[..43]);
            Fail(torn, at, afterCommit: true);
            await Assert.ThrowsAsync<TimeoutException>(() => torn.RunAsync(new PathRequest(path)));
            Fail(torn, 0, afterCommit: true);
            torn.Write("exchanges.ndjson", lines);
            await torn.RunAsync(new PathRequest(path));
            Assert.Equal(await DumpOfAsync(lines), torn.Graph.Dump());
        }
    }

    [Theory]
    [InlineData("exchanges.ndjson", false)]
    [InlineData("exchanges.ndjson.gz", true)]
    public async Task RunAsync_FileGrows_ReadsOnlyWhatIsNew(string name, bool gzip)
    {
        string[] lines = [.. Lines(0, 100)];
        using IngestFixture fixture = Small();
        byte[] Bytes(int count) => Encoding.UTF8.GetBytes(string.Join('\n', lines[..count])); // no line feed at the end
        string path = fixture.WriteBytes(name, gzip ? IngestFixture.Gzip(Bytes(1)) : Bytes(1));
        await fixture.RunAsync(new PathRequest(path));
        fixture.WriteBytes(name, gzip ? IngestFixture.Gzip(Bytes(57)) : Bytes(57));
        IngestReport second = await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(new KindCount(56, 1, 1), second.Kinds[RecordKind.Exchanges]);
        IngestReport same = await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(new KindCount(0, 0, 57), same.Kinds[RecordKind.Exchanges]);
        Assert.Equal(0, same.Batches);
        fixture.WriteBytes(name, gzip ? IngestFixture.Gzip(Bytes(100)) : Bytes(100));
        await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(await DumpOfAsync(lines), fixture.Graph.Dump());
        Assert.Equal(lines.Index().Where(l => l.Item.Contains("bad", StringComparison.Ordinal)).Select(l => l.Index + 1L), fixture.Rejects().Select(r => r.Line));
    }

    [Theory]
    [InlineData("exchanges.ndjson", false)]
    [InlineData("exchanges.ndjson.gz", true)]
    public async Task RunAsync_FileEndsInTheMiddleOfARecord_TakesTheRecordWhenItIsComplete(string name, bool gzip)
    {
        string[] lines = [.. Lines(0, 30)];
        byte[] whole = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        byte[] Bytes(int count) => gzip ? IngestFixture.Gzip(whole[..count]) : whole[..count];
        using IngestFixture fixture = Small();
        string path = fixture.WriteBytes(name, Bytes(whole.Length - 20));
        IngestReport first = await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(30, Assert.Single(first.Damaged).Line);
        fixture.WriteBytes(name, Bytes(whole.Length));
        IngestReport second = await fixture.RunAsync(new PathRequest(path));
        Assert.Empty(second.Damaged);
        Assert.Equal(await DumpOfAsync(lines), fixture.Graph.Dump());
    }

    [Fact]
    public async Task RunAsync_AnotherProcessWritesOtherBatchesOfTheSource_IsAnError()
    {
        using IngestFixture fixture = Small();
        string path = fixture.Write("exchanges.ndjson", [.. Lines(0, 120)]);
        bool isFirst = true;
        fixture.Graph.FailBefore = _ =>
        {
            if (isFirst)
            {
                isFirst = false;
                using IngestFixture other = Small();
                other.Graph = fixture.Graph;
                other.Options = other.Options with { WindowRecords = 1000 };
                other.RunAsync(new PathRequest(path)).GetAwaiter().GetResult();
            }
            return null;
        };
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(path)));
        Assert.Contains("another process", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_BeginningChanged_IsAnErrorBeforeAnythingIsWritten()
    {
        using IngestFixture fixture = Small();
        string path = fixture.Write("exchanges.ndjson", Lines(0, 10));
        await fixture.RunAsync(new PathRequest(path));
        string before = fixture.Graph.Dump();
        fixture.Write("exchanges.ndjson", Lines(5, 20));
        string accounts = fixture.Write("accounts.ndjson", """{"id":"a","created_at":"2026-01-01T00:00:00Z"}""");
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(accounts), new PathRequest(path)));
        Assert.Contains("its beginning has changed", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, fixture.Graph.Dump());
    }

    [Fact]
    public async Task RunAsync_FileShorterThanWhatWasWritten_IsAnError()
    {
        using IngestFixture fixture = Small();
        string head = string.Concat(Enumerable.Repeat("\n", 5000));
        string path = fixture.Write("exchanges.ndjson", [head, .. Lines(0, 30)]);
        await fixture.RunAsync(new PathRequest(path));
        fixture.Write("exchanges.ndjson", [head, .. Lines(0, 3)]);
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(path)));
        Assert.Contains("fewer than", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StateDirectoryLost_IsAnErrorThatSaysSo()
    {
        using IngestFixture fixture = Small();
        string path = fixture.Write("exchanges.ndjson", Lines(0, 60));
        await fixture.RunAsync(new PathRequest(path));
        fixture.Spool.Clear();
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(path)));
        Assert.Contains("state directory", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_StreamSentAgain_GoesOnBehindWhatWasWritten()
    {
        string[] lines = [.. Lines(0, 90)];
        using IngestFixture fixture = Small();
        await fixture.RunAsync(RecordKind.Exchanges, string.Join('\n', lines[..40]) + "\n");
        IngestReport report = await fixture.RunAsync(RecordKind.Exchanges, string.Join('\n', lines) + "\n");
        Assert.Equal(40, report.Kinds[RecordKind.Exchanges].Skipped);
        Assert.Equal(await DumpOfAsync(lines), fixture.Graph.Dump());
        Assert.Contains("stdin:test", fixture.Graph.Checkpoints.Keys);
    }

    [Fact]
    public async Task RunAsync_DatabaseAway_WaitsAndGoesOn()
    {
        using IngestFixture fixture = Small();
        fixture.Options = fixture.Options with { IsUnavailable = e => e is TimeoutException };
        string path = fixture.Write("exchanges.ndjson", Lines(0, 60));
        fixture.Graph.FailBefore = write => write == 3 ? new TimeoutException() : null;
        fixture.Graph.FailAfter = write => write == 7 ? new TimeoutException() : null;
        await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(await DumpOfAsync(Lines(0, 60)), fixture.Graph.Dump());
        Assert.Equal(2, fixture.Progress.Count(progress => progress.State == IngestState.WaitingForDatabase));
    }

    [Fact]
    public async Task RunAsync_DatabaseAwayForTooLong_GivesUp()
    {
        using IngestFixture fixture = Small();
        fixture.Options = fixture.Options with { IsUnavailable = e => e is TimeoutException, DatabaseWait = TimeSpan.FromMilliseconds(300) };
        fixture.Graph.FailBefore = _ => new TimeoutException();
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(RecordKind.Exchanges, string.Join('\n', Lines(0, 5))));
        Assert.IsType<TimeoutException>(e.InnerException);
    }

    [Fact]
    public async Task RunAsync_Cancelled_StopsAndTheNextRunGoesOn()
    {
        using IngestFixture fixture = Small();
        string path = fixture.Write("exchanges.ndjson", Lines(0, 200));
        using var stop = new CancellationTokenSource();
        fixture.Graph.FailAfter = write =>
        {
            if (write == 9)
            {
                stop.Cancel();
            }
            return null;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.RunAsync(stop.Token, new PathRequest(path)));
        Assert.Equal(9, fixture.Graph.Applied.Count);
        await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(await DumpOfAsync(Lines(0, 200)), fixture.Graph.Dump());
    }

    /// <summary>Windows of 20 records in batches of 7 rows.</summary>
    private static IngestFixture Small()
    {
        var fixture = new IngestFixture();
        fixture.Options = fixture.Options with { WindowRecords = 20, BatchRows = 7, MinuteSampling = 2 };
        return fixture;
    }

    private static async Task<string> DumpOfAsync(IEnumerable<string> lines)
    {
        using IngestFixture whole = Small();
        await whole.RunAsync(RecordKind.Exchanges, string.Join('\n', lines));
        return whole.Graph.Dump();
    }

    private static void Fail(IngestFixture fixture, int at, bool afterCommit)
    {
        int writes = fixture.Graph.Writes;
        Func<int, Exception?> fail = write => write - writes == at ? new TimeoutException() : null;
        fixture.Graph.FailAfter = afterCommit ? fail : _ => null;
        fixture.Graph.FailBefore = afterCommit ? _ => null : fail;
    }

    private static IEnumerable<string> Lines(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            string prompt = i % 5 == 0 ? "" : $"write a function that adds {i} and {i * 3} and explain what it does";
            string ip = i % 30 == 29 ? "bad" : $"192.0.2.{i % 13}";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"account_id":"a{{i % 9}}","at":"2026-01-01T{{i % 24:00}}:{{i * 7 % 60:00}}:00Z","ip":"{{ip}}","user_agent":"u{{i % 3}}","model":"m","prompt":"{{prompt}}","input_tokens":{{i}}}""");
        }
    }
}
