using System.Text.RegularExpressions;
using LinkGraph.ContractTests.Infrastructure;
using LinkGraph.Graph.Catalogue;

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
            ["cypher", "--file", "investigate/seed", "--param", $"account={member}", "--format", "csv"],
            ["cypher", "MATCH (n) RETURN n.nothing.at.all + (", "--format", "csv"], ["cypher", "CREATE (:Account {id: 'x'})"], ["show", "nobody"],
        ];
        foreach (string[] command in commands)
        {
            var expected = await ProgramProcess.RunAsync(onServer, command);
            var found = await ProgramProcess.RunAsync(inFolder, command);

            Assert.Equal($"{string.Join(' ', command)}: {expected.ExitCode}\n{WithoutRun(expected.Out)}", $"{string.Join(' ', command)}: {found.ExitCode}\n{WithoutRun(found.Out)}");
        }
    }

    [Fact]
    public async Task Investigations_OnBothHomes_PrintTheSame()
    {
        string onServer = await world.ResolvedAsync(_server), inFolder = await world.ResolvedAsync(folder);
        var rows = (await ProgramProcess.RunAsync(
            inFolder, "cypher", "MATCH (a)-[:OPERATED_BY]->(o:Operator) RETURN o.id, a.id ORDER BY o.size DESC, o.id, a.id LIMIT 2", "--format", "csv")).Expect(0).Out.Split('\n');
        string entity = rows[1].Split(',')[0], member = rows[1].Split(',')[1].Trim(), other = rows[2].Split(',')[1].Trim();
        var given = new Dictionary<string, string>
        {
            ["operator"] = entity, ["left"] = entity, ["right"] = entity, ["account"] = member, ["a"] = member, ["b"] = other, ["model"] = "m-small", ["limit"] = "1000",
        };
        int compared = 0;
        foreach (var query in QueryCatalogue.Load().InFolder("investigate"))
        {
            if (query.Parameters.Any(parameter => parameter.IsRequired && !given.ContainsKey(parameter.Name)))
                continue;
            string[] command =
            [
                "cypher", "--file", query.Name, "--format", "csv",
                .. query.Parameters.Where(parameter => given.ContainsKey(parameter.Name)).SelectMany(parameter => new[] { "--param", $"{parameter.Name}={given[parameter.Name]}" }),
            ];
            var expected = (await ProgramProcess.RunAsync(onServer, command)).Expect(0);
            var found = (await ProgramProcess.RunAsync(inFolder, command)).Expect(0);

            // Rows that the query does not order may come in any order.
            Assert.Equal(Lines(query.Name, expected), Lines(query.Name, found));
            compared++;
        }
        Assert.InRange(compared, 10, 100);

        static IEnumerable<string> Lines(string name, ProgramResult result) => result.Out.Split('\n').Order(StringComparer.Ordinal).Prepend(name);
    }

    /// <summary>When a run was, and its name, differ between any two runs.</summary>
    private static string WithoutRun(string output) => RunText().Replace(output, "*");

    [GeneratedRegex(@"run-[0-9a-zA-Z-]+")]
    private static partial Regex RunText();
}
