using CsCheck;
using LinkGraph.Storage;
using LinkGraph.Storage.Values;
using Microsoft.Data.Sqlite;

namespace LinkGraph.EngineTests.Storage.Journal;

public sealed class TransactionLogTests
{
    [Fact]
    public void Open_AfterAnyHistory_HoldsWhatWasCommitted() => GraphOperation.Any.Array[1, 80].Sample(
        steps =>
        {
            using var folder = new TemporaryFolder();
            GraphModel committed;
            long version;
            using (var store = GraphStore.Open(folder.Path))
            {
                using var history = new GraphHistory(store, GraphModelTests.Prepare(store, 1020, Constrain));
                history.Run(steps);
                (committed, version) = (history.Committed, store.BeginRead().Version);
            }

            for (var round = 0; round < 4; round++)
            {
                using var again = GraphStore.Open(folder.Path);
                GraphComparison.AssertSame(committed, again.BeginRead());
                Assert.Equal(version, again.BeginRead().Version);
                if (round % 2 == 0)
                {
                    Checkpoint(again);
                    GraphComparison.AssertSame(committed, again.BeginRead());
                }

                using var more = new GraphHistory(again, committed);
                more.Run(steps);
                (committed, version) = (more.Committed, again.BeginRead().Version);
            }
        },
        iter: 8);

    [Fact]
    public void Open_EveryKindOfValue_ComesBackAsItWas()
    {
        Assert.True(Zone.TryFind("Europe/Berlin", out var berlin));
        Value[] values =
        [
            .. GraphOperation.Values.Where(v => !v.IsNull), Value.Of(long.MinValue), Value.Of("\uD800 alone"), Value.Bytes([1, 2, 255]), Value.List(),
            Value.Of(new Date(-400_000)), Value.Of(new Time(new(77), -3600)), Value.Of(new LocalDateTime(-5, 999_999_999)),
            Value.Of(new LocalDateTime(99_999_999_999_999, 1)), Value.Of(new ZonedDateTime(1_700_000_000, 5, Zone.OfOffset(-19_800))),
            Value.Of(new ZonedDateTime(1_700_000_000, 5, berlin)), Value.Of(new Duration(-1, 2, -3, 4)), Value.Of(new Point(4979, 1.5, -2, 3)),
            Value.List(Value.Of(new Point(7203, 1, 2)), Value.Of(new Point(7203, 3, 4))),
        ];
        using var folder = new TemporaryFolder();
        using (var store = GraphStore.Open(folder.Path))
        {
            using var transaction = Begin(store);
            foreach (var value in values)
            {
                transaction.SetNodeProperty(transaction.CreateNode(), transaction.GetOrAddPropertyKey("k"), value);
            }

            transaction.Commit();
        }

        for (var round = 0; round < 2; round++)
        {
            using var again = GraphStore.Open(folder.Path);
            var view = again.BeginRead();
            Assert.All(values, (value, node) =>
            {
                var read = view.NodeProperty(node, 0);
                Assert.Equal(value.Kind, read.Kind);
                Assert.True(EquivalenceComparer.Instance.Equals(value, read), $"{value} and {read}");
            });
            Checkpoint(again);
        }
    }

    [Fact]
    public void Checkpoint_ThenMoreCommits_LeavesOnlyThoseInTheLog()
    {
        using var folder = new TemporaryFolder();
        Fill(folder.Path, transactions: 5);
        using (var store = GraphStore.Open(folder.Path))
        {
            Checkpoint(store);
            Assert.Equal(0L, Change(folder.Path, "SELECT count(*) FROM log"));
            Create(store);
            Assert.Equal(6L, Change(folder.Path, "SELECT sequence FROM log"));
        }

        using var again = GraphStore.Open(folder.Path);
        Assert.Equal((6, 6), (again.BeginRead().NodeCount, again.BeginRead().Version));
    }

    [Theory]
    [InlineData("chunk", "Chunk 0 of Nodes")]
    [InlineData("checkpoint", "The checkpoint")]
    public void Open_AByteOfACheckpointIsFlipped_SaysWhere(string table, string where)
    {
        using var folder = new TemporaryFolder();
        Fill(folder.Path, transactions: 3);
        using (var store = GraphStore.Open(folder.Path))
        {
            Checkpoint(store);
        }

        var body = (byte[])Change(folder.Path, $"SELECT body FROM {table}")!;
        body[^1] ^= 1;
        Change(folder.Path, $"UPDATE {table} SET body = x'{Convert.ToHexString(body)}'");

        var error = Assert.Throws<StorageException>(() => GraphStore.Open(folder.Path));

        Assert.Equal(StorageError.JournalDamaged, error.Error);
        Assert.StartsWith(where, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoint_DiskRefuses_KeepsTheLogAndTheGraph()
    {
        using var folder = new TemporaryFolder();
        Fill(folder.Path, transactions: 3);
        Change(folder.Path, "CREATE TRIGGER full BEFORE INSERT ON checkpoint BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
        using (var store = GraphStore.Open(folder.Path))
        {
            Assert.Equal(StorageError.JournalFailed, Assert.Throws<StorageException>(() => Checkpoint(store)).Error);
            Create(store);
        }

        Assert.Equal((4L, 0L), (Change(folder.Path, "SELECT count(*) FROM log"), Change(folder.Path, "SELECT count(*) FROM chunk")));
        using var again = GraphStore.Open(folder.Path);
        Assert.Equal(4, again.BeginRead().NodeCount);
    }

    [Fact]
    public void Open_LogCutAtEveryRecord_HoldsWhatIsLeft()
    {
        using var folder = new TemporaryFolder();
        Fill(folder.Path, transactions: 6);
        for (var left = 6; left >= 0; left--)
        {
            Change(folder.Path, $"DELETE FROM log WHERE sequence > {left}");
            using var store = GraphStore.Open(folder.Path);
            Assert.Equal((left, left), (store.BeginRead().NodeCount, store.BeginRead().Version));
        }
    }

    [Fact]
    public void Open_RecordIsMissingInBetween_SaysWhich()
    {
        using var folder = new TemporaryFolder();
        Fill(folder.Path, transactions: 4);
        Change(folder.Path, "DELETE FROM log WHERE sequence = 2");

        var error = Assert.Throws<StorageException>(() => GraphStore.Open(folder.Path));

        Assert.Equal((StorageError.JournalDamaged, "The log lacks transaction 2; the next one is 3."), (error.Error, error.Message));
    }

    [Fact]
    public void Open_AnyByteOfTheLastRecordIsFlipped_SaysWhich()
    {
        using var folder = new TemporaryFolder();
        Fill(folder.Path, transactions: 3);
        var body = (byte[])Change(folder.Path, "SELECT body FROM log WHERE sequence = 3")!;
        for (var i = 0; i < body.Length; i++)
        {
            var flipped = body.ToArray();
            flipped[i] ^= 0x10;
            Change(folder.Path, $"UPDATE log SET body = x'{Convert.ToHexString(flipped)}' WHERE sequence = 3");
            var error = Assert.Throws<StorageException>(() => GraphStore.Open(folder.Path));
            Assert.Equal(StorageError.JournalDamaged, error.Error);
            Assert.StartsWith("Transaction 3 in the log", error.Message, StringComparison.Ordinal);
        }

        Change(folder.Path, $"UPDATE log SET body = x'{Convert.ToHexString(body)}' WHERE sequence = 3");
        using var store = GraphStore.Open(folder.Path);
        Assert.Equal(3, store.BeginRead().NodeCount);
    }

    [Fact]
    public void Open_FileIsNoDatabase_SaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "graph.db"), new string('x', 5000));

        Assert.Equal(StorageError.JournalDamaged, Assert.Throws<StorageException>(() => GraphStore.Open(folder.Path)).Error);
    }

    [Fact]
    public void Open_FolderIsOpenAlready_SaysByWhomAndFreesItOnClosing()
    {
        using var folder = new TemporaryFolder();
        using (var store = GraphStore.Open(folder.Path))
        {
            store.Announce("bolt://127.0.0.1:7687");

            var error = Assert.Throws<StorageException>(() => GraphStore.Open(folder.Path));

            Assert.Equal(StorageError.FolderInUse, error.Error);
            Assert.EndsWith($"in use by process {Environment.ProcessId} bolt://127.0.0.1:7687.", error.Message, StringComparison.Ordinal);
        }

        GraphStore.Open(folder.Path).Dispose();
    }

    [Fact]
    public void Commit_DiskRefuses_LeavesNothingAndTheNextOneWorks()
    {
        using var folder = new TemporaryFolder();
        using (var store = GraphStore.Open(folder.Path))
        {
            Create(store);
            Change(folder.Path, "CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");

            Assert.Equal(StorageError.JournalFailed, Assert.Throws<StorageException>(() => Create(store)).Error);

            Assert.Equal((1, 1), (store.BeginRead().NodeCount, store.BeginRead().Version));
            Change(folder.Path, "DROP TRIGGER full");
            Create(store);
        }

        using var again = GraphStore.Open(folder.Path);
        Assert.Equal((2, 2), (again.BeginRead().NodeCount, again.BeginRead().Version));
        Assert.True(again.BeginRead().NodeExists(1));
    }

    private static void Constrain(WriteTransaction transaction)
    {
        transaction.CreateIndex("dropped", IndexKind.Text, EntityKind.Node, 1, 0);
        transaction.CreateConstraint("gone", ConstraintKind.Exists, EntityKind.Node, 1, 0);
        transaction.DropIndex("dropped");
        transaction.DropConstraint("gone");
        transaction.CreateIndex(null, IndexKind.Range, EntityKind.Relationship, 2, 0);
        transaction.CreateConstraint(null, ConstraintKind.Unique, EntityKind.Node, 0, 0);
    }

    private static void Fill(string folder, int transactions)
    {
        using var store = GraphStore.Open(folder);
        for (var i = 0; i < transactions; i++)
        {
            Create(store);
        }
    }

    private static void Create(GraphStore store)
    {
        using var transaction = Begin(store);
        var node = transaction.CreateNode(transaction.GetOrAddLabel("A"));
        transaction.SetNodeProperty(node, transaction.GetOrAddPropertyKey("k"), Value.Of($"node {node}"));
        transaction.Commit();
    }

    private static WriteTransaction Begin(GraphStore store) => store.BeginWriteAsync(TimeSpan.Zero).GetAwaiter().GetResult();

    private static void Checkpoint(GraphStore store) => store.CheckpointAsync(TimeSpan.Zero).GetAwaiter().GetResult();

    private static object? Change(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "graph.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
