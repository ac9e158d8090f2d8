using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LinkGraph.Ingestion.Pipeline;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;
using Microsoft.Extensions.Logging.Abstractions;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>A folder of its own, a graph and a spool in memory, and the run between them.</summary>
internal sealed class IngestFixture : IDisposable
{
    /// <summary>A key for whoever ingests in a test.</summary>
    public static readonly byte[] Key = Encoding.UTF8.GetBytes("a key that tests have");

    public IngestFixture()
    {
        Folder = Directory.CreateTempSubdirectory("linkgraph-ingest-").FullName;
        Options = new IngestionOptions { Key = Key, RejectsFile = Path.Combine(Folder, "out", "rejects.ndjson"), Parallelism = 2 };
    }

    public string Folder { get; }

    public IngestionOptions Options { get; set; }

    public MemoryGraphStore Graph { get; set; } = new();

    public MemorySpool Spool { get; set; } = new();

    public List<IngestProgress> Progress { get; } = [];

    public string Write(string name, params IEnumerable<string> lines) => WriteBytes(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    public string WriteBytes(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }
        return packed.ToArray();
    }

    public Task<IngestReport> RunAsync(params IReadOnlyList<SourceRequest> requests) => RunAsync(TestContext.Current.CancellationToken, requests);

    public Task<IngestReport> RunAsync(CancellationToken cancellationToken, params IReadOnlyList<SourceRequest> requests)
    {
        var run = new IngestionRun(Options, Graph, Spool, TimeProvider.System, NullLogger.Instance, new Collect(Progress));
        return run.RunAsync(requests, cancellationToken);
    }

    /// <summary>Ingests bytes as a stream of one kind.</summary>
    public Task<IngestReport> RunAsync(RecordKind kind, string content, string name = "test", SourceFormat format = SourceFormat.Ndjson) =>
        RunAsync(new StreamRequest(kind, name, () => new MemoryStream(Encoding.UTF8.GetBytes(content)), format));

    /// <summary>The rejects file, as (line, field, reason).</summary>
    public IReadOnlyList<(long Line, string? Field, string Reason)> Rejects()
    {
        if (!File.Exists(Options.RejectsFile))
        {
            return [];
        }
        return [.. File.ReadLines(Options.RejectsFile).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            string? field = json.RootElement.TryGetProperty("field", out JsonElement named) ? named.GetString() : null;
            return (json.RootElement.GetProperty("line").GetInt64(), field, json.RootElement.GetProperty("reason").GetString()!);
        })];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class Collect(List<IngestProgress> list) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => list.Add(value);
    }
}
