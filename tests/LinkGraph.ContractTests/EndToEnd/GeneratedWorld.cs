using LinkGraph.ContractTests.EndToEnd;
using LinkGraph.ContractTests.Infrastructure;

[assembly: AssemblyFixture(typeof(GeneratedWorld))]

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>A small world, made by the program, and what the whole job makes of it when nothing goes wrong.</summary>
public sealed class GeneratedWorld : IAsyncLifetime
{
    private readonly string _home = Directory.CreateTempSubdirectory("linkgraph-endtoend-").FullName;
    private Reference? _reference;

    /// <summary>The folder with the records and truth.csv.</summary>
    public string Folder => Path.Combine(_home, "world");

    /// <summary>A folder of its own for a test.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_home, Path.GetRandomFileName())).FullName;

    public async ValueTask InitializeAsync()
    {
        var run = await ProgramProcess.RunAsync(null, "generate", Folder, "--people", "2500", "--seed", "11");
        run.Expect(0);
    }

    /// <summary>The graph after ingest, and the assignments, in one go on an empty database.</summary>
    internal async Task<Reference> ReferenceAsync(Neo4jFixture neo4j)
    {
        if (_reference is null)
        {
            var driver = await neo4j.EmptyAsync();
            string address = await neo4j.AddressAsync(), state = NewFolder();
            (await ProgramProcess.RunAsync(address, "ingest", Folder, "--state", state)).Expect(0);
            var ingested = await GraphDigest.ReadAsync(driver);
            string assignments = Path.Combine(state, "assignments.csv");
            (await ProgramProcess.RunAsync(address, "resolve", "--assignments", assignments, "--state", state)).Expect(0);
            _reference = new Reference(ingested, await GraphDigest.ReadAsync(driver), await File.ReadAllBytesAsync(assignments), state);
        }
        return _reference;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_home, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>What the whole job comes to.</summary>
/// <param name="Ingested">Digest of the graph after ingest.</param>
/// <param name="Resolved">Digest of the graph after resolve.</param>
/// <param name="Assignments">The assignments file, byte by byte.</param>
/// <param name="State">The state folder that goes with the graph.</param>
internal sealed record Reference(
    SortedDictionary<string, string> Ingested, SortedDictionary<string, string> Resolved, byte[] Assignments, string State);
