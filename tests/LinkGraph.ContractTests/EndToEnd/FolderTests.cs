using LinkGraph.ContractTests.Infrastructure;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>The main job on a folder, without a server: the same operators as on Neo4j, byte for byte, and nothing lost.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class FolderTests(Neo4jFixture neo4j, GeneratedWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_OnAFolder_GivesTheSameAssignmentsAsNeo4j()
    {
        var once = await world.ReferenceAsync(neo4j);
        string state = world.NewFolder(), database = Path.Combine(state, "data"), assignments = Path.Combine(state, "operators.csv");
        (await ProgramProcess.RunAsync(database, "ingest", world.Folder, "--state", state)).Expect(0);
        (await ProgramProcess.RunAsync(database, "resolve", "--assignments", assignments, "--state", state)).Expect(0);

        Assert.Equal(once.Assignments, await File.ReadAllBytesAsync(assignments, Stop));

        var ingest = (await ProgramProcess.RunAsync(database, "ingest", world.Folder, "--state", state)).Expect(0);
        Assert.Contains("0 rows in 0 transactions", ingest.Error, StringComparison.Ordinal);
        var resolve = (await ProgramProcess.RunAsync(database, "resolve", "--state", state)).Expect(0);
        Assert.Contains("nothing was written", resolve.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_OnAFolderKilledAgainAndAgain_ComesToTheSame()
    {
        var once = await world.ReferenceAsync(neo4j);
        string state = world.NewFolder(), database = Path.Combine(state, "data"), assignments = Path.Combine(state, "operators.csv");
        for (int kill = 0; kill < 8; kill++)
        {
            await using var program = ProgramProcess.Start(database, "ingest", world.Folder, "--state", state);
            await Task.Delay(TimeSpan.FromMilliseconds(500 + (170 * kill)), Stop);
            await program.KillAsync();
        }

        (await ProgramProcess.RunAsync(database, "ingest", world.Folder, "--state", state)).Expect(0);
        (await ProgramProcess.RunAsync(database, "resolve", "--assignments", assignments, "--state", state)).Expect(0);

        Assert.Equal(once.Assignments, await File.ReadAllBytesAsync(assignments, Stop));
    }
}
