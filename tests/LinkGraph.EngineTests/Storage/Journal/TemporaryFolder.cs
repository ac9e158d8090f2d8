namespace LinkGraph.EngineTests.Storage.Journal;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("linkgraph-store-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
