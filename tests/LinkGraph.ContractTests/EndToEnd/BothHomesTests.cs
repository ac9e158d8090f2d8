using System.Text.RegularExpressions;
using LinkGraph.ContractTests.Infrastructure;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>The same job on a folder and on Neo4j: the same graph, row by row, and the same output of every command, byte by byte.</summary>
[Collection(Neo4jCollection.Name)]
public sealed partial class BothHomesTests(Neo4jFixture neo4j, FolderHome folder, GeneratedWorld world)
{
    private readonly Neo4jHome _server = new(neo4j);

    [Fact]
    public async Task Job_OnBothHomes_GivesTheSameGraphAndAssignments()
    {
        string onServer = await world.ResolvedAsync(_server), inFolder = await world.ResolvedAsync(folder);
        var expected = await _server.LookAsync(onServer, GraphDigest.ReadRowsAsync);
        var found = await folder.LookAsync(inFolder, GraphDigest.ReadRowsAsync);

        Assert.Equal(expected.Keys, found.Keys);
        Assert.True(expected.Values.Sum(rows => rows.Count) > 10_000);
        Assert.All(expected, kind => Assert.Equal(kind.Value, found[kind.Key]));
        Assert.Equal((await world.ReferenceAsync(_server)).Assignments, (await world.ReferenceAsync(folder)).Assignments);
    }

    [Fact]
    public async Task Commands_OnBothHomes_PrintTheSame()
    {
        string onServer = await world.ResolvedAsync(_server), inFolder = await world.ResolvedAsync(folder);
        string truth = Path.Combine(world.Folder, "truth.csv");
        string member = File.ReadLines(truth).Skip(1).Select(line => line.Split(',')[0]).First();
        var listed = (await ProgramProcess.RunAsync(inFolder, "operators", "--format", "csv")).Expect(0).Out.Split('\n').Skip(1);
        string entity = listed.First().Split(',')[0];
        string[][] commands =
        [
            ["operators", "--format", "csv"], ["operators", "--format", "json"], ["operators", "--limit", "5"], ["show", entity], ["show", member],
            ["evaluate", truth, "--json"], ["evaluate", truth], ["cypher", "--list"], ["cypher", "MATCH (a:Account) RETURN a ORDER BY a.id LIMIT 5", "--format", "json"],
            ["cypher", "MATCH (a:Account)-[r]->(f) RETURN type(r), labels(f)[0], count(*) ORDER BY type(r), labels(f)[0]"],
            ["cypher", "MATCH (n) RETURN n.nothing.at.all + (", "--format", "csv"], ["cypher", "CREATE (:Account {id: 'x'})"], ["show", "nobody"],
        ];
        foreach (string[] command in commands)
        {
            var expected = await ProgramProcess.RunAsync(onServer, command);
            var found = await ProgramProcess.RunAsync(inFolder, command);

            Assert.Equal($"{string.Join(' ', command)}: {expected.ExitCode}\n{WithoutRun(expected.Out)}", $"{string.Join(' ', command)}: {found.ExitCode}\n{WithoutRun(found.Out)}");
        }
    }

    /// <summary>When a run was differs between any two runs. Only times of the clock have fractions of a second; those of the records have none.</summary>
    private static string WithoutRun(string output) => TimeOfRun().Replace(output, "(time)");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:]+\.\d+Z")]
    private static partial Regex TimeOfRun();
}
