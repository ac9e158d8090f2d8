using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Connection;
using LinkGraph.Hosting;
using Neo4j.Driver;

[assembly: AssemblyFixture(typeof(FolderHome))]

namespace LinkGraph.ContractTests.Infrastructure;

/// <summary>Folders on disk, one for each graph; the engine runs in the process that has the folder open.</summary>
public sealed class FolderHome : GraphHome, IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("linkgraph-folders-").FullName;
    private DatabaseHome? _shared;

    public override Task<string> EmptyAsync() => Task.FromResult(Path.Combine(_root, Path.GetRandomFileName()));

    public override Task<DatabaseOptions> SharedAsync() =>
        Task.FromResult((_shared ??= DatabaseHome.Open(Path.Combine(_root, "shared"))).Options);

    public override async Task<T> LookAsync<T>(string database, Func<IDriver, Task<T>> look)
    {
        await using var home = DatabaseHome.Open(database);
        var (address, user, password, _) = home.Options;
        await using var driver = GraphDatabase.Driver(address, AuthTokens.Basic(user, password));
        return await look(driver);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_shared is not null)
            await _shared.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
