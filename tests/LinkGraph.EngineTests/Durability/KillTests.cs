using System.Globalization;
using LinkGraph.Cypher;
using LinkGraph.EngineTests.Storage.Journal;
using LinkGraph.Storage;
using LinkGraph.Storage.Snapshots;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Durability;

/// <summary>Killed at any moment under write load: every acknowledged transaction is there, whole, and nothing that was not sent or was taken back.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Clients = 6;
    private const string Rounds = "LINKGRAPH_KILL_ROUNDS";

    private static readonly long[] s_checkpoints = [4 << 10, 64 << 10, 1 << 20, 64 << 20];

    private readonly List<LedgerClient> clients = [.. Enumerable.Range(0, Clients).Select(number => new LedgerClient(number))];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_AtAnyMomentUnderWriteLoad_LosesNothingAndInventsNothing()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable(Rounds) ?? "8", CultureInfo.InvariantCulture);
        var random = new Random(rounds);
        using var folder = new TemporaryFolder();
        await PrepareAsync(folder.Path);
        var (opening, acknowledged) = (0, 0L);
        for (var round = 0; round < rounds; round++)
        {
            await using var server = ServerProcess.Launch(folder.Path, s_checkpoints[random.Next(s_checkpoints.Length)]);
            if (random.Next(4) == 0)
            {
                // Before it is open, or just then: recovery is killed too.
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(40, 400)), Stop);
                await server.KillAsync();
                opening++;
            }
            else
            {
                await LoadAndKillAsync(server, random.Next(1, 100), TimeSpan.FromMilliseconds(random.Next(20)));
            }

            acknowledged = await AssertWholeAsync(folder.Path, round);
        }

        output.WriteLine($"{rounds} kills, {opening} of them while opening; {acknowledged} transactions.");
        Assert.True(acknowledged >= rounds, "Too little was written to tell anything.");
        await using var last = ServerProcess.Launch(folder.Path, s_checkpoints[0]);
        await using (await last.ReadyAsync())
        {
            await last.StopAsync();
        }

        await AssertWholeAsync(folder.Path, rounds);
    }

    private static async Task PrepareAsync(string folder)
    {
        using var store = GraphStore.Open(folder);
        var engine = new CypherEngine(store);
        foreach (var statement in LedgerClient.Schema)
        {
            using var result = await engine.RunAsync(statement, cancellationToken: Stop);
            _ = result.Rows().Count();
        }
    }

    private async Task LoadAndKillAsync(ServerProcess server, int transactions, TimeSpan more)
    {
        await using var driver = await server.ReadyAsync();
        using var enough = new CancellationTokenSource();
        var (left, written) = (transactions, new TaskCompletionSource());
        var running = clients
            .Select(client => client.RunAsync(driver, () => Count(Interlocked.Decrement(ref left)), enough.Token)).ToList();
        await Task.WhenAny(written.Task, Task.WhenAll(running)).WaitAsync(TimeSpan.FromSeconds(60), Stop);
        await Task.Delay(more, Stop);
        await server.KillAsync();
        await enough.CancelAsync();
        await Task.WhenAll(running).WaitAsync(TimeSpan.FromSeconds(60), Stop);

        void Count(int remaining)
        {
            if (remaining == 0)
            {
                written.SetResult();
            }
        }
    }

    /// <summary>Looks at a copy, so that the next start finds the folder as the kill left it.</summary>
    /// <returns>How many transactions are in the graph.</returns>
    private async Task<long> AssertWholeAsync(string folder, int round)
    {
        using var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(folder, "graph.db*"))
        {
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        }

        using var store = GraphStore.Open(copy.Path);
        var faults = ConsistencyCheck.Run(store.BeginRead());
        Assert.True(faults.Count == 0, $"Round {round}: {string.Join("; ", faults)}");
        var engine = new CypherEngine(store);
        var last = (await RowsAsync(engine, "MATCH (l:Ledger) RETURN l.client, l.last")).ToDictionary(row => row[0].AsInteger(), row => row[1].AsInteger());
        for (var number = 0; number < Clients; number++)
        {
            clients[number].Settle(last.GetValueOrDefault(number));
        }

        Assert.Equal(
            clients.SelectMany(client => client.Expected()).Order(StringComparer.Ordinal),
            (await RowsAsync(engine, LedgerClient.Question)).Select(row => row[0].AsString()).Order(StringComparer.Ordinal));
        Assert.Equal(0, (await RowsAsync(engine, "MATCH (x) WHERE x.key STARTS WITH 'never' OR x.never RETURN count(*)")).Single()[0].AsInteger());
        return clients.Sum(client => client.Acknowledged);
    }

    private static async Task<List<Value[]>> RowsAsync(CypherEngine engine, string query)
    {
        using var result = await engine.RunAsync(query, cancellationToken: Stop);
        return [.. result.Rows()];
    }
}
