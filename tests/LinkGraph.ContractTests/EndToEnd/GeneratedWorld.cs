using System.Collections.Concurrent;
using LinkGraph.ContractTests.EndToEnd;
using LinkGraph.ContractTests.Infrastructure;

[assembly: AssemblyFixture(typeof(GeneratedWorld))]

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>A small world, made by the program, and what the whole job makes of it when nothing goes wrong.</summary>
public sealed class GeneratedWorld : IAsyncLifetime
{
    private readonly string _home = Directory.CreateTempSubdirectory("linkgraph-endtoend-").FullName;
    private readonly ConcurrentDictionary<Type, Lazy<Task<Reference>>> _references = new();

    /// <summary>The folder with the records and truth.csv.</summary>
    public string Folder => Path.Combine(_home, "world");

    /// <summary>A folder of its own for a test.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_home, Path.GetRandomFileName())).FullName;

    public async ValueTask InitializeAsync()
    {
        var run = await ProgramProcess.RunAsync(null, "generate", Folder, "--people", "1500", "--seed", "11");
        run.Expect(0);
    }

    /// <summary>The graph after ingest, and the assignments, in one go on an empty graph of a home.</summary>
    internal Task<Reference> ReferenceAsync(GraphHome home) =>
        _references.GetOrAdd(home.GetType(), _ => new Lazy<Task<Reference>>(() => MakeReferenceAsync(home))).Value;

    /// <summary>A graph that holds the reference, made anew if tests have emptied it since.</summary>
    internal async Task<string> ResolvedAsync(GraphHome home)
    {
        var once = await ReferenceAsync(home);
        if (once.Resolved.SequenceEqual(await home.LookAsync(once.Database, GraphDigest.ReadAsync)))
            return once.Database;
        string database = await home.EmptyAsync(), state = NewFolder();
        (await ProgramProcess.RunAsync(database, "ingest", Folder, "--state", state)).Expect(0);
        (await ProgramProcess.RunAsync(database, "resolve", "--state", state)).Expect(0);
        return database;
    }

    private async Task<Reference> MakeReferenceAsync(GraphHome home)
    {
        string database = await home.EmptyAsync(), state = NewFolder();
        (await ProgramProcess.RunAsync(database, "ingest", Folder, "--state", state)).Expect(0);
        var ingested = await home.LookAsync(database, GraphDigest.ReadAsync);
        string assignments = Path.Combine(state, "assignments.csv");
        (await ProgramProcess.RunAsync(database, "resolve", "--assignments", assignments, "--state", state)).Expect(0);
        return new Reference(database, ingested, await home.LookAsync(database, GraphDigest.ReadAsync), await File.ReadAllBytesAsync(assignments));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_home, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>What the whole job comes to.</summary>
/// <param name="Database">The graph; a test after it may have emptied it.</param>
/// <param name="Ingested">Digest of the graph after ingest.</param>
/// <param name="Resolved">Digest of the graph after resolve.</param>
/// <param name="Assignments">The assignments file, byte by byte.</param>
internal sealed record Reference(
    string Database, SortedDictionary<string, string> Ingested, SortedDictionary<string, string> Resolved, byte[] Assignments);
