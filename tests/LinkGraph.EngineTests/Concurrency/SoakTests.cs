using System.Diagnostics;
using System.Globalization;
using LinkGraph.EngineTests.Durability;
using LinkGraph.EngineTests.Storage.Journal;
using LinkGraph.Storage;
using LinkGraph.Storage.Snapshots;
using Neo4j.Driver;

namespace LinkGraph.EngineTests.Concurrency;

/// <summary>Sixty-four connections at once, for as long as LINKGRAPH_SOAK_SECONDS says: no error that should not be, and nothing that grows.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Clients = 64;
    private const int Looks = 10;
    private const long Megabyte = 1 << 20;
    private const long CheckpointAfter = 4 * Megabyte;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MixedLoad_On64Connections_FailsNowhereAndGrowsNowhere()
    {
        var seconds = int.Parse(Environment.GetEnvironmentVariable("LINKGRAPH_SOAK_SECONDS") ?? "10", CultureInfo.InvariantCulture);
        using var folder = new TemporaryFolder();
        await using (var server = ServerProcess.Launch(folder.Path, CheckpointAfter))
        {
            var address = await server.AddressAsync();
            var driver = GraphDatabase.Driver(address);
            await PrepareAsync(driver);
            var atRest = await LookAsync(server, folder.Path);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var load = new MixedLoad(address);
            var clients = Enumerable.Range(0, Clients).Select(seed => Task.Run(() => load.RunAsync(driver, seed, over.Token), Stop)).ToList();

            var looks = await WatchAsync(server, folder.Path, load, clients, TimeSpan.FromSeconds(seconds));
            await over.CancelAsync();
            await Task.WhenAll(clients);
            await driver.DisposeAsync();
            var after = await AtRestAsync(server, folder.Path);

            output.WriteLine($"before the load: {atRest}\nafter it: {after}");
            Assert.Equal(0, after.Connections);
            Assert.InRange(looks.Max(look => look.Connections), Clients, Clients * 2);
            Assert.InRange(after.Handles, 0, atRest.Handles + 5);
            Assert.InRange(after.Heap, 0, atRest.Heap + (12 * Megabyte));

            // What is measured while clients work goes up and down with what they do just then.
            Assert.InRange(looks[^1].Resident, 0, (looks[Looks / 3].Resident * 3 / 2) + (40 * Megabyte));
            Assert.InRange(after.Folder, 0, 60 * Megabyte);
            await server.StopAsync();
        }

        using var store = GraphStore.Open(folder.Path);
        Assert.Empty(ConsistencyCheck.Run(store.BeginRead()));
    }

    private static async Task PrepareAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession();
        foreach (var statement in MixedLoad.Preparation)
        {
            await (await session.RunAsync(statement)).ConsumeAsync();
        }
    }

    private async Task<List<Look>> WatchAsync(ServerProcess server, string folder, MixedLoad load, List<Task> clients, TimeSpan time)
    {
        var looks = new List<Look>();
        for (var look = 0; look < Looks; look++)
        {
            var first = await Task.WhenAny([.. clients, Task.Delay(time / Looks, Stop)]);
            if (clients.Contains(first))
            {
                await first;
            }

            looks.Add(await LookAsync(server, folder));
            output.WriteLine($"{time.TotalSeconds * (look + 1) / Looks,5:0} s: {load.Operations,8:#,0} operations, {looks[^1]}");
        }

        return looks;
    }

    /// <summary>Connections that their clients have closed are noticed a moment later.</summary>
    private static async Task<Look> AtRestAsync(ServerProcess server, string folder)
    {
        for (var patience = 50; ; patience--)
        {
            var look = await LookAsync(server, folder);
            if (look.Connections == 0 || patience == 0)
            {
                return look;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), Stop);
        }
    }

    private static async Task<Look> LookAsync(ServerProcess server, string folder)
    {
        var (heap, connections) = await server.MeasureAsync();
        using var process = Process.GetProcessById(server.Id);
        var handles = Directory.Exists($"/proc/{server.Id}/fd") ? Directory.GetFileSystemEntries($"/proc/{server.Id}/fd").Length : process.HandleCount;
        return new(heap, process.WorkingSet64, handles, connections, Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length));
    }

    /// <summary>What the server takes at a moment.</summary>
    private sealed record Look(long Heap, long Resident, int Handles, int Connections, long Folder)
    {
        public override string ToString() =>
            $"heap {Heap / Megabyte} MB, resident {Resident / Megabyte} MB, {Handles} handles, {Connections} connections, folder {Folder / Megabyte} MB";
    }
}
