using LinkGraph.ContractTests.Infrastructure;

namespace LinkGraph.ContractTests.EndToEnd;

/// <summary>Killed anywhere, or stopped, and started again, the program comes to what it would have come to undisturbed.</summary>
public abstract class InterruptedJobTests(GraphHome home, GeneratedWorld world)
{
    [Collection(Neo4jCollection.Name)]
    public sealed class OnNeo4j(Neo4jFixture neo4j, GeneratedWorld world) : InterruptedJobTests(new Neo4jHome(neo4j), world);

    [Collection(FolderCollection.Name)]
    public sealed class OnFolder(FolderHome home, GeneratedWorld world) : InterruptedJobTests(home, world);

    private const int Kills = 5;

    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_KilledAgainAndAgain_ComesToTheSameGraph()
    {
        var once = await world.ReferenceAsync(home);
        string database = await home.EmptyAsync(), state = world.NewFolder();
        for (int kill = 0; kill < Kills; kill++)
        {
            await using var program = ProgramProcess.Start(database, "ingest", world.Folder, "--state", state);
            await AdvancedAsync(program, state);
            await Task.Delay(s_moment * kill * 7, Stop);
            Assert.False(program.HasExited, "The program ended before it could be killed.");
            await program.KillAsync();
        }

        (await ProgramProcess.RunAsync(database, "ingest", world.Folder, "--state", state)).Expect(0);
        await EqualAsync(once, database, state);
    }

    [Fact]
    public async Task Ingest_Interrupted_StopsCleanlyAndGoesOn()
    {
        var once = await world.ReferenceAsync(home);
        string database = await home.EmptyAsync(), state = world.NewFolder();
        await using (var program = ProgramProcess.Start(database, "ingest", world.Folder, "--state", state))
        {
            await AdvancedAsync(program, state);
            await program.InterruptAsync();
            var stopped = (await program.EndAsync()).Expect(1);
            Assert.Contains("the same command goes on", stopped.Error, StringComparison.Ordinal);
        }

        (await ProgramProcess.RunAsync(database, "ingest", world.Folder, "--state", state)).Expect(0);
        await EqualAsync(once, database, state);
    }

    [Fact]
    public async Task Resolve_KilledAtSeveralMoments_PublishesTheSameInTheEnd()
    {
        var once = await world.ReferenceAsync(home);
        string database = await home.EmptyAsync(), state = world.NewFolder();
        (await ProgramProcess.RunAsync(database, "ingest", world.Folder, "--state", state)).Expect(0);
        foreach (int milliseconds in new[] { 300, 700, 1100, 1500 })
        {
            await using var program = ProgramProcess.Start(database, "resolve", "--state", state);
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), Stop);
            await program.KillAsync();
        }

        await EqualAsync(once, database, state, isResolvedInPart: true);
    }

    /// <summary>Waits until the program has written down more than it found: a batch is on its way into the graph.</summary>
    private static async Task AdvancedAsync(ProgramProcess program, string state)
    {
        long before = Size(state);
        while (!program.HasExited && Size(state) <= before)
            await Task.Delay(s_moment, Stop);
    }

    private static long Size(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0);

    private async Task EqualAsync(Reference once, string database, string state, bool isResolvedInPart = false)
    {
        if (!isResolvedInPart)
            Assert.Equal(once.Ingested, await home.LookAsync(database, GraphDigest.ReadAsync));
        string assignments = Path.Combine(state, "assignments.csv");
        (await ProgramProcess.RunAsync(database, "resolve", "--assignments", assignments, "--state", state)).Expect(0);
        Assert.Equal(once.Assignments, await File.ReadAllBytesAsync(assignments, Stop));
        Assert.Equal(once.Resolved, await home.LookAsync(database, GraphDigest.ReadAsync));
    }
}
