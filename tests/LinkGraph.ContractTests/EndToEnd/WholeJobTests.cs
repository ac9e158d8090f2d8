using System.Text.Json;
using LinkGraph.ContractTests.Infrastructure;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>The main job on a generated world through the real executable: the same records give the same graph and operators.</summary>
public abstract class WholeJobTests(GraphHome home, GeneratedWorld world)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j, GeneratedWorld world) : WholeJobTests(new Neo4jHome(neo4j), world);

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home, GeneratedWorld world) : WholeJobTests(home, world);

    [Fact]
    public async Task Job_ReplayedTwice_ChangesNothing()
    {
        var once = await world.ReferenceAsync(home);
        string address = await home.EmptyAsync(), state = world.NewFolder(), assignments = Path.Combine(state, "again.csv");
        await JobAsync(address, state);
        for (int i = 0; i < 2; i++)
        {
            var ingest = (await ProgramProcess.RunAsync(address, "ingest", world.Folder, "--state", state)).Expect(0);
            Assert.Contains("0 rows in 0 transactions", ingest.Error, StringComparison.Ordinal);
            var resolve = (await ProgramProcess.RunAsync(address, "resolve", "--assignments", assignments, "--state", state)).Expect(0);
            Assert.Contains("nothing was written", resolve.Error, StringComparison.Ordinal);
        }

        Assert.Equal(once.Resolved, await home.LookAsync(address, GraphDigest.ReadAsync));
        Assert.Equal(once.Assignments, await File.ReadAllBytesAsync(assignments, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Job_GeneratedWorld_FindsItsOperators()
    {
        string address = await world.ResolvedAsync(home);

        var evaluate = (await ProgramProcess.RunAsync(address, "evaluate", Path.Combine(world.Folder, "truth.csv"), "--json")).Expect(0);
        var figures = JsonDocument.Parse(evaluate.Out).RootElement;
        Assert.True(figures.GetProperty("bCubed").GetProperty("f1").GetDouble() > 0.9, evaluate.Out);
        Assert.InRange(figures.GetProperty("honest").GetProperty("absorbedPer100K").GetDouble(), 0, 1_000);

        var operators = (await ProgramProcess.RunAsync(address, "operators", "--format", "json", "--limit", "1")).Expect(0);
        string largest = JsonDocument.Parse(operators.Out).RootElement[0].GetProperty("operator").GetString()!;
        var show = (await ProgramProcess.RunAsync(address, "show", largest)).Expect(0);
        Assert.Contains("Why it stands", show.Out, StringComparison.Ordinal);
        Assert.Contains("What its members share", show.Out, StringComparison.Ordinal);
        Assert.Contains("Members", show.Out, StringComparison.Ordinal);

        string member = (await ProgramProcess.RunAsync(
            address, "cypher", "MATCH (a)-[:OPERATED_BY]->(:Operator {id: $id}) RETURN a.id ORDER BY a.id LIMIT 1", "--param", $"id={largest}", "--format", "csv"))
            .Expect(0).Out.Split('\n')[1];
        Assert.Contains(largest, (await ProgramProcess.RunAsync(address, "show", member)).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_OtherOrderAndPieces_GivesTheSameGraphAndAssignments()
    {
        var once = await world.ReferenceAsync(home);
        string address = await home.EmptyAsync(), pieces = world.NewFolder(), state = world.NewFolder();
        // Exchanges come first, in three pieces, each from its end to its beginning; the other files later, the last of them cut in two.
        await CutAsync("exchanges", 3, pieces);
        await CutAsync("accounts", 2, pieces);
        string[][] runs =
        [
            ["exchanges-2.ndjson"], ["exchanges-0.ndjson", "accounts-1.ndjson"], ["exchanges-1.ndjson"],
        ];
        foreach (string[] run in runs)
            (await ProgramProcess.RunAsync(address, ["ingest", .. run.Select(f => Path.Combine(pieces, f)), "--state", state])).Expect(0);
        string[] rest = ["proxies.ndjson", "models.ndjson", "payment_methods.ndjson"];
        (await ProgramProcess.RunAsync(
            address, ["ingest", .. rest.Select(f => Path.Combine(world.Folder, f)), Path.Combine(pieces, "accounts-0.ndjson"), "--state", state])).Expect(0);
        string assignments = Path.Combine(state, "assignments.csv");

        Assert.Equal(once.Ingested, await home.LookAsync(address, GraphDigest.ReadAsync));
        (await ProgramProcess.RunAsync(address, "resolve", "--assignments", assignments)).Expect(0);
        Assert.Equal(once.Assignments, await File.ReadAllBytesAsync(assignments, TestContext.Current.CancellationToken));
        Assert.Equal(once.Resolved, await home.LookAsync(address, GraphDigest.ReadAsync));
    }

    private async Task JobAsync(string address, string state)
    {
        (await ProgramProcess.RunAsync(address, "ingest", world.Folder, "--state", state)).Expect(0);
        (await ProgramProcess.RunAsync(address, "resolve", "--state", state)).Expect(0);
    }

    private async Task CutAsync(string kind, int pieces, string folder)
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(world.Folder, $"{kind}.ndjson"));
        for (int i = 0; i < pieces; i++)
        {
            var piece = lines.Where((_, number) => number % pieces == i).Reverse();
            await File.WriteAllLinesAsync(Path.Combine(folder, $"{kind}-{i}.ndjson"), piece);
        }
    }
}
