using System.Globalization;
using System.Text.Json;
using LinkGraph.ContractTests.Infrastructure;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>Records with errors, real ones, by a mapping file alone; one setting for both data sets.</summary>
[Collection(FolderCollection.Name)]
public sealed class MappedRecordsTests(FolderHome home, GeneratedWorld world)
{
    [Theory]
    [InlineData(false, 0.90, 0.91)]
    [InlineData(true, 0.97, 0.98)]
    public async Task Job_OnRecordsWithErrors_FindsWhoIsWho(bool songs, double pairwise, double bCubed)
    {
        var files = songs ? MappedRecords.OfSongs(world.NewFolder()) : MappedRecords.OfPeople(world.NewFolder());
        string database = await home.EmptyAsync(), state = world.NewFolder();
        string assignments = Path.Combine(state, "assignments.csv");

        (await ProgramProcess.RunAsync(database, "ingest", files.Records, "--mapping", files.Mapping, "--state", state)).Expect(0);
        (await ProgramProcess.RunAsync(database, "resolve", "--assignments", assignments, "--state", state)).Expect(0);
        string judged = (await ProgramProcess.RunAsync(database, "evaluate", files.Truth, "--json")).Expect(0).Out;

        Assert.True(File.ReadLines(assignments).Count() > 10_000);
        using var report = JsonDocument.Parse(judged);
        double f1 = Score(report, "pairwise"), b3 = Score(report, "bCubed");
        Assert.True(f1 > pairwise && b3 > bCubed, string.Create(CultureInfo.InvariantCulture, $"pairwise F1 {f1}, B-cubed {b3}"));
    }

    private static double Score(JsonDocument report, string measure) => report.RootElement.GetProperty(measure).GetProperty("f1").GetDouble();
}

/// <summary>The same records on both homes.</summary>
[Collection(Neo4jCollection.Name)]
public sealed class MappedRecordsOnBothHomesTests(Neo4jFixture neo4j, FolderHome folder, GeneratedWorld world)
{
    [Fact]
    public async Task Job_OnBothHomes_GivesTheSameGraphAndAssignments()
    {
        var files = MappedRecords.OfSongs(world.NewFolder(), most: 3_000);
        var (server, local) = (await RunAsync(new Neo4jHome(neo4j), files), await RunAsync(folder, files));

        Assert.NotEmpty(server.Assignments);
        Assert.Equal(server.Assignments, local.Assignments);
        Assert.Equal(server.Graph, local.Graph);
    }

    private async Task<(string Assignments, SortedDictionary<string, string> Graph)> RunAsync(GraphHome home, MappedRecords files)
    {
        string database = await home.EmptyAsync(), state = world.NewFolder();
        string assignments = Path.Combine(state, "assignments.csv");
        (await ProgramProcess.RunAsync(database, "ingest", files.Records, "--mapping", files.Mapping, "--state", state)).Expect(0);
        (await ProgramProcess.RunAsync(database, "resolve", "--assignments", assignments, "--state", state)).Expect(0);
        return (await File.ReadAllTextAsync(assignments), await home.LookAsync(database, GraphDigest.ReadAsync));
    }
}
