using System.Globalization;
using LinkGraph.Ingestion;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Sources;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>The run and the spool on disk together.</summary>
public sealed class SpoolTests
{
    [Fact]
    public async Task RunAsync_StoppedBeforeEachCommitAndStartedAnew_LeavesTheSpoolOfOneRun()
    {
        using var fixture = new IngestFixture();
        string path = fixture.Write("exchanges.ndjson", Enumerable.Range(0, 100).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"account_id":"a{{i % 9}}","at":"2026-01-01T00:{{i % 60:00}}:00Z","ip":"192.0.2.{{i}}","prompt":"{{(i < 40 ? "" : $"say {i % 4} kind words to the sea")}}"}""")));
        var graph = new MemoryGraphStore();
        for (int attempt = 0; ; attempt++)
        {
            int failAt = graph.Writes + 2 + (attempt % 3);
            graph.FailBefore = write => write == failAt ? new TimeoutException() : null;
            using var spool = new PromptSpool(Path.Combine(fixture.Folder, "torn"));
            try
            {
                await RunAsync(graph, spool, path);
                break;
            }
            catch (TimeoutException)
            {
                Assert.True(attempt < 100);
            }
        }
        using var whole = new PromptSpool(Path.Combine(fixture.Folder, "whole"));
        await RunAsync(new MemoryGraphStore(), whole, path);
        using var torn = new PromptSpool(Path.Combine(fixture.Folder, "torn"));
        Assert.Equal(Exchanges(whole), Exchanges(torn));
        Assert.Equal(60, Exchanges(torn).Count);
    }

    [Fact]
    public async Task RunAsync_SpoolOfAnotherGraph_IsAnError()
    {
        using var fixture = new IngestFixture();
        string path = fixture.Write("exchanges.ndjson", """{"account_id":"a","at":"2026-01-01T00:00:00Z","prompt":"hello"}""");
        var graph = new MemoryGraphStore();
        using (var spool = new PromptSpool(Path.Combine(fixture.Folder, "one")))
        {
            await RunAsync(graph, spool, path);
        }
        using var empty = new PromptSpool(Path.Combine(fixture.Folder, "two"));
        await Assert.ThrowsAsync<IngestionException>(() => RunAsync(graph, empty, path));
    }

    private static Task<IngestReport> RunAsync(MemoryGraphStore graph, PromptSpool spool, string path) =>
        new IngestionRun(new IngestionOptions { Key = IngestFixture.Key, WindowRecords = 20, BatchRows = 7 }, graph, spool, TimeProvider.System, NullLogger.Instance)
            .RunAsync([new PathRequest(path)], TestContext.Current.CancellationToken);

    private static List<string> Exchanges(PromptSpool spool)
    {
        ISketchReader reader = spool.Read();
        List<string> exchanges = [];
        for (int i = 0; i < reader.BatchCount; i++)
        {
            SketchBatch batch = reader.ReadBatch(i);
            for (int e = 0; e < batch.Count; e++)
            {
                exchanges.Add($"{batch.Accounts[batch.AccountOf[e]]} {batch.AtUnixSeconds[e]} {batch.Anchors[batch.AnchorOffsets[e]..batch.AnchorOffsets[e + 1]].Length}");
            }
        }
        exchanges.Sort(StringComparer.Ordinal);
        return exchanges;
    }
}
