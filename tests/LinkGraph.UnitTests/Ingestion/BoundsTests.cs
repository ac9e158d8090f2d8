using System.Text;
using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>Sources that are too long, too short, torn, or not what they say.</summary>
public sealed class BoundsTests
{
    private const string Good = """{"account_id":"a","at":"2026-01-01T00:00:00Z"}""";

    [Fact]
    public async Task RunAsync_LineOf100Megabytes_IsRejected()
    {
        using var fixture = new IngestFixture();
        IngestReport report = await fixture.RunAsync(new StreamRequest(RecordKind.Exchanges, "huge", Huge));
        Assert.Equal(new KindCount(3, 1, 0), report.Kinds[RecordKind.Exchanges]);
        Assert.Equal((2L, (string?)null, "line is too long"), Assert.Single(fixture.Rejects()));
    }

    [Fact]
    public async Task NdjsonReader_LineOf100Megabytes_IsNotHeldInMemory()
    {
        var limits = new WindowLimits(1 << 20, 1 << 16);
        await using var reader = new NdjsonReader(Huge(), RecordSchema.Exchanges, limits, default, () => 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        using RawWindow? window = await reader.ReadAsync(100, TestContext.Current.CancellationToken);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(3, window?.Count);
        Assert.InRange(allocated, 1 << 20, 8 << 20);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(99, false)]
    public async Task RunAsync_LineAtTheLimit_IsTakenOrRejectedByItsLengthAlone(int limit, bool taken)
    {
        string line = """{"account_id":"a","at":"2026-01-01T00:00:00Z","prompt":"PAD"}""";
        line = line.Replace("PAD", new string('p', 100 - line.Length + 3), StringComparison.Ordinal);
        Assert.Equal(100, line.Length);
        using var fixture = new IngestFixture();
        fixture.Options = fixture.Options with { MaxRecordBytes = limit };
        IngestReport report = await fixture.RunAsync(RecordKind.Exchanges, $"{line}\n{Good}\n{line}");
        Assert.Equal(taken ? 0 : 2, report.Rejected);
        Assert.Equal(taken ? [] : [1L, 3L], fixture.Rejects().Select(reject => reject.Line));
    }

    [Fact]
    public async Task RunAsync_WindowsEndByBytesToo_AndDoNotDependOnHowTheSourceIsRead()
    {
        string content = string.Join('\n', Enumerable.Range(0, 300).Select(i => $$"""{"account_id":"a{{i}}","at":"2026-01-01T00:00:00Z","ip":"{{new string('x', i % 7 * 300)}}"}"""));
        var checkpoints = new List<string>();
        foreach (int block in new[] { 1, 7, 1000, 1 << 20 })
        {
            using var fixture = new IngestFixture();
            fixture.Options = fixture.Options with { WindowBytes = 2048, MaxRecordBytes = 1500, ToleratedRejects = 1000 };
            await fixture.RunAsync(new StreamRequest(RecordKind.Exchanges, "s", () => new SlowStream(Encoding.UTF8.GetBytes(content), block)));
            Assert.True(fixture.Graph.Applied.Count > 10);
            checkpoints.Add(string.Join('\n', fixture.Graph.Applied.Select(batch => batch.Checkpoint.ToString())));
        }
        Assert.Single(checkpoints.Distinct());
    }

    [Theory]
    [InlineData("exchanges.ndjson.gz", 1)]
    [InlineData("exchanges.csv.gz", 2)]
    public async Task RunAsync_TruncatedGzip_KeepsWhatCameBeforeAndSaysSo(string name, int firstLine)
    {
        bool csv = name.Contains("csv", StringComparison.Ordinal);
        var random = new Random(7);
        IEnumerable<string> records = Enumerable.Range(0, 20_000).Select(i => csv
            ? $"a{random.Next()},2026-01-01T00:00:00Z"
            : $$"""{"account_id":"a{{random.Next()}}","at":"2026-01-01T00:00:00Z"}""");
        byte[] packed = IngestFixture.Gzip(Encoding.UTF8.GetBytes((csv ? "account_id,at\n" : "") + string.Join('\n', records)));
        using var fixture = new IngestFixture();
        fixture.Options = fixture.Options with { WindowRecords = 1000 };
        string path = fixture.WriteBytes(name, packed[..(packed.Length / 2)]);
        string after = fixture.Write("models.ndjson", """{"id":"m","released_at":"2026-01-01T00:00:00Z"}""");
        IngestReport report = await fixture.RunAsync(new PathRequest(path), new PathRequest(after));
        DamagedSource damaged = Assert.Single(report.Damaged);
        Assert.Equal(path, damaged.Source);
        long written = fixture.Graph.Activity.Count;
        Assert.InRange(written, 1000, 19_000);
        Assert.Equal(written + firstLine, damaged.Line);
        Assert.Equal((damaged.Line, (string?)null, damaged.Reason), Assert.Single(fixture.Rejects()));
        Assert.Single(fixture.Graph.Models);
        fixture.WriteBytes(name, packed);
        IngestReport mended = await fixture.RunAsync(new PathRequest(path));
        Assert.Empty(mended.Damaged);
        Assert.Equal(20_000, fixture.Graph.Activity.Count);
        Assert.All(fixture.Graph.Activity.Values, activity => Assert.Equal(1, activity.Exchanges));
    }

    [Fact]
    public async Task RunAsync_CsvQuoteNeverClosed_KeepsWhatCameBeforeAndSaysWhere()
    {
        using var fixture = new IngestFixture();
        string path = fixture.Write("exchanges.csv", ["account_id,at", "a,2026-01-01T00:00:00Z", "\"b,2026-01-01T00:00:00Z", .. Enumerable.Repeat(new string('x', 999), 3000)]);
        IngestReport report = await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(3, Assert.Single(report.Damaged).Line);
        Assert.Equal("a", Assert.Single(fixture.Graph.Activity.Keys));
    }

    [Fact]
    public async Task RunAsync_TooManyRejects_StopsBeforeTheNextCommit()
    {
        using var fixture = new IngestFixture();
        fixture.Options = fixture.Options with { WindowRecords = 100, MaxRejectShare = 0.2 };
        string path = fixture.Write("exchanges.ndjson", [.. Enumerable.Repeat(Good, 150), .. Enumerable.Repeat("bad", 100), .. Enumerable.Repeat(Good, 100)]);
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(path)));
        Assert.Contains("50 of 200 records were rejected", e.Message, StringComparison.Ordinal);
        Assert.Contains("line 200", e.Message, StringComparison.Ordinal);
        Assert.Equal(100, fixture.Graph.Activity["a"].Exchanges);
        Assert.Equal(50, fixture.Rejects().Count);
        fixture.Options = fixture.Options with { MaxRejectShare = 1 };
        await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(250, fixture.Graph.Activity["a"].Exchanges);
        Assert.Equal(Enumerable.Range(151, 100).Select(line => (long)line), fixture.Rejects().Select(reject => reject.Line));
    }

    [Fact]
    public async Task RunAsync_DuplicatesInOneWindow_AreOneRowAndConflictsGoToBatchesOfTheirOwn()
    {
        using var fixture = new IngestFixture();
        await fixture.RunAsync(
            RecordKind.Accounts,
            """
            {"id":"a","created_at":"2026-01-02T00:00:00Z","country":"DE"}
            {"id":"b","created_at":"2026-01-02T00:00:00Z"}
            {"id":"a","created_at":"2026-01-02T00:00:00Z","country":"DE"}
            {"id":"a","created_at":"2026-01-01T00:00:00Z","country":"FR"}
            """);
        Assert.Equal([2, 1], fixture.Graph.Applied.Select(batch => batch.Accounts.Count));
        Assert.Equal("FR", fixture.Graph.Accounts["a"].Country);
    }

    [Fact]
    public async Task RunAsync_HistoryOfOneAccountFillsAWindow_IsTaken()
    {
        const int Changes = 40_000;
        using var fixture = new IngestFixture();
        string path = fixture.Write("accounts.ndjson", Enumerable.Range(0, Changes).Select(i =>
            $$"""{"id":"a","created_at":"2026-01-01T00:00:00Z","status":"active","status_at":"{{DateTimeOffset.UnixEpoch.AddMinutes(i):yyyy-MM-dd'T'HH:mm:ss'Z'}}"}"""));
        IngestReport report = await fixture.RunAsync(new PathRequest(path));
        Assert.Equal(Changes, report.Batches);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMinutes(Changes - 1), fixture.Graph.Accounts["a"].StatusAt);
    }

    [Fact]
    public async Task RunAsync_ExchangesOfAWindow_AreGroupedByFactInOrder()
    {
        using var fixture = new IngestFixture();
        fixture.Options = fixture.Options with { MinuteSampling = 1 };
        await fixture.RunAsync(RecordKind.Exchanges, string.Join('\n', Enumerable.Range(0, 500).Select(i =>
            $$"""{"account_id":"a{{i % 7}}","at":"2026-01-01T0{{i % 3}}:00:59Z","ip":"10.{{i * 31 % 50}}.0.1","user_agent":"client/{{i % 2}}"}""")));
        var batch = Assert.Single(fixture.Graph.Applied);
        Assert.Equal(batch.Addresses.OrderBy(row => row.Fact, StringComparer.Ordinal).Select(row => row.Fact), batch.Addresses.Select(row => row.Fact));
        Assert.Equal(batch.Clients.OrderBy(row => row.Fact, StringComparer.Ordinal).Select(row => row.Fact), batch.Clients.Select(row => row.Fact));
        Assert.Equal(500, batch.Windows.Sum(row => row.Count));
        Assert.Equal(21, batch.Windows.Count);
        Assert.All(batch.Windows, row => Assert.Equal(0, row.Start.Second));
    }

    [Theory]
    [InlineData("truth.csv", "does not begin with one of")]
    [InlineData("accounts.txt", "ends with none of")]
    [InlineData("missing.ndjson", "no such file")]
    public async Task RunAsync_FileThatSaysNotWhatItIs_IsAnError(string name, string message)
    {
        using var fixture = new IngestFixture();
        fixture.Write("truth.csv", "x");
        fixture.Write("accounts.txt", "x");
        IngestionException e = await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(Path.Combine(fixture.Folder, name))));
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_EmptyFolderOrTwiceTheSame_IsAnError()
    {
        using var fixture = new IngestFixture();
        await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(fixture.Folder)));
        string path = fixture.Write("models-2.ndjson", """{"id":"m","released_at":"2026-01-01T00:00:00Z"}""");
        await Assert.ThrowsAsync<IngestionException>(() => fixture.RunAsync(new PathRequest(path), new PathRequest(fixture.Folder)));
    }

    [Fact]
    public async Task RunAsync_Folder_ReportsProgressToTheEnd()
    {
        using var fixture = new IngestFixture();
        fixture.Write("exchanges.ndjson", Enumerable.Repeat(Good, 1000));
        fixture.Write("models.ndjson", """{"id":"m","released_at":"2026-01-01T00:00:00Z"}""");
        fixture.Write("truth.csv", "left out");
        IngestReport report = await fixture.RunAsync(new PathRequest(fixture.Folder));
        Assert.Equal(2, report.Sources);
        IngestProgress last = fixture.Progress[^1];
        Assert.Equal((1001, 0, 2, 2), (last.Records, last.Rejected, last.SourceNumber, last.Sources));
        Assert.Equal(last.TotalBytes, last.Bytes);
        Assert.Equal(TimeSpan.Zero, last.TimeLeft);
        Assert.Equal(report.Rows, last.Rows);
    }

    private static PatternStream Huge() => new([(Good + "\n{\"account_id\":\"", 1), ("x", 100 << 20), ("\"}\n" + Good + "\n", 1)]);

    /// <summary>A stream that repeats texts, made while it is read.</summary>
    private sealed class PatternStream((string Text, int Times)[] parts) : Stream
    {
        private readonly Queue<(byte[] Bytes, long Left)> _parts = new(parts.Select(part => (Encoding.UTF8.GetBytes(part.Text), (long)part.Times)));
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        // Done at once, on the thread that asks: what is allocated is counted by thread.
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));

        public override int Read(byte[] buffer, int offset, int count)
        {
            int written = 0;
            while (written < count && _parts.TryPeek(out (byte[] Bytes, long Left) part))
            {
                if (part.Bytes.Length == 1)
                {
                    int run = (int)Math.Min(part.Left, count - written);
                    buffer.AsSpan(offset + written, run).Fill(part.Bytes[0]);
                    written += run;
                    _parts.Dequeue();
                    if (part.Left > run)
                    {
                        (byte[], long)[] rest = [(part.Bytes, part.Left - run), .. _parts];
                        _parts.Clear();
                        rest.ToList().ForEach(_parts.Enqueue);
                    }
                    continue;
                }
                int length = Math.Min(part.Bytes.Length - _at, count - written);
                part.Bytes.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset + written));
                written += length;
                _at += length;
                if (_at == part.Bytes.Length)
                {
                    _at = 0;
                    _parts.Dequeue();
                }
            }
            return written;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
