using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

public sealed class ConcurrencyTests
{
    private const int Accounts = 3000;
    private const int Transfers = 1000;
    private const int Readers = 3;

    [Fact]
    public async Task Snapshots_WhileAWriterMovesMoney_AlwaysHoldTheSameSum()
    {
        var stop = TestContext.Current.CancellationToken;
        using var store = GraphStore.InMemory();
        var (balance, sends) = await FillAsync(store);
        using var finished = new CancellationTokenSource();
        var seen = new int[Readers];
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(
            () =>
            {
                for (var last = -1L; !finished.IsCancellationRequested;)
                {
                    var version = AssertConsistent(store.BeginRead(), balance, sends);
                    Volatile.Write(ref seen[reader], seen[reader] + (version == last ? 0 : 1));
                    last = version;
                }
            },
            stop)).ToList();
        var old = store.BeginRead();

        var random = new Random(7);
        var commits = 0;
        while (commits < Transfers || (Enumerable.Range(0, Readers).Any(reader => Volatile.Read(ref seen[reader]) < 5) && !readers.Exists(r => r.IsFaulted)))
        {
            using var transaction = await store.BeginWriteAsync(TimeSpan.FromSeconds(10), stop);
            Transfer(transaction, random, balance, sends);
            if (random.Next(5) != 0)
            {
                transaction.Commit();
                commits++;
            }
        }

        await finished.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(commits, store.BeginRead().RelationshipCount);
        Assert.Equal(0, old.RelationshipCount);
        AssertConsistent(old, balance, sends);
    }

    [Fact]
    public async Task BeginWrite_LockIsHeld_FailsAfterTheTimeoutAndWorksOnceItIsFree()
    {
        var stop = TestContext.Current.CancellationToken;
        using var store = GraphStore.InMemory();
        var first = await store.BeginWriteAsync(TimeSpan.Zero, stop);

        var error = await Assert.ThrowsAsync<StorageException>(() => store.BeginWriteAsync(TimeSpan.FromMilliseconds(20), stop));

        Assert.Equal(StorageError.LockTimeout, error.Error);
        var waiting = store.BeginWriteAsync(TimeSpan.FromMinutes(1), stop);
        Assert.False(waiting.IsCompleted);
        first.Rollback();
        (await waiting).Dispose();
    }

    [Fact]
    public async Task BeginWrite_CallerGivesUp_IsCancelledAndTakesNoLock()
    {
        var stop = TestContext.Current.CancellationToken;
        using var store = GraphStore.InMemory();
        using var givingUp = new CancellationTokenSource();
        var first = await store.BeginWriteAsync(TimeSpan.Zero, stop);
        var waiting = store.BeginWriteAsync(Timeout.InfiniteTimeSpan, givingUp.Token);

        await givingUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.Dispose();
        using var next = await store.BeginWriteAsync(TimeSpan.Zero, stop);
        Assert.Equal(TransactionState.Open, next.Status);
    }

    private static async Task<(int Balance, int Sends)> FillAsync(GraphStore store)
    {
        using var transaction = await store.BeginWriteAsync(TimeSpan.Zero);
        var (account, balance, sends) =
            (transaction.GetOrAddLabel("Account"), transaction.GetOrAddPropertyKey("balance"), transaction.GetOrAddRelationshipType("SENDS"));
        transaction.CreateIndex("balances", IndexKind.Range, EntityKind.Node, account, balance);
        for (var i = 0; i < Accounts; i++)
        {
            transaction.SetNodeProperty(transaction.CreateNode(account), balance, Value.Of(100));
        }

        transaction.Commit();
        return (balance, sends);
    }

    private static void Transfer(WriteTransaction transaction, Random random, int balance, int sends)
    {
        // Few senders, so that some become hubs.
        var (from, to, amount) = (random.Next(20), random.Next(20, Accounts), random.Next(50));
        transaction.SetNodeProperty(from, balance, Value.Of(transaction.NodeProperty(from, balance).AsInteger() - amount));
        var relationship = transaction.CreateRelationship(sends, from, to);
        transaction.SetRelationshipProperty(relationship, balance, Value.Of(amount));
        transaction.SetNodeProperty(to, balance, Value.Of(transaction.NodeProperty(to, balance).AsInteger() + amount));
    }

    /// <summary>Sums by scan, by index and along relationships agree.</summary>
    private static long AssertConsistent(Snapshot snapshot, int balance, int sends)
    {
        var (byScan, byIndex, sent, arrived) = (0L, 0L, 0L, 0L);
        foreach (var node in snapshot.Nodes())
        {
            byScan += snapshot.NodeProperty(node, balance).AsInteger();
            foreach (var (relationship, _, _) in snapshot.Expand(node, Direction.Outgoing, [sends]))
            {
                sent += snapshot.RelationshipProperty(relationship, balance).AsInteger();
            }

            arrived += snapshot.Degree(node, Direction.Incoming);
        }

        foreach (var index in snapshot.Schema.Indexes)
        {
            var cursor = snapshot.ScanIndex(index);
            while (cursor.MoveNext())
            {
                byIndex += cursor.ValueAt(0).AsInteger();
            }
        }

        Assert.Equal((Accounts * 100L, Accounts * 100L), (byScan, byIndex));
        Assert.Equal(snapshot.RelationshipCount, arrived);
        var gone = 0L;
        for (var node = 0; node < 20; node++)
        {
            gone += 100 - snapshot.NodeProperty(node, balance).AsInteger();
        }

        Assert.Equal(gone, sent);
        return snapshot.Version;
    }
}
