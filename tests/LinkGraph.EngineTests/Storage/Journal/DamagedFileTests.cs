using LinkGraph.Storage;
using LinkGraph.Storage.Snapshots;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage.Journal;

/// <summary>
/// SQLite's own files cut anywhere or with a byte flipped: what opens is the graph as it was after one of the commits, to the last property; everything else is
/// refused. (A damaged write-ahead file ends where the damage is, so that later commits are lost with it.)
/// </summary>
public sealed class DamagedFileTests
{
    private const int Commits = 12;
    private const int CheckpointAt = 7;
    private const int NodesEach = 150;
    private const int Page = 4096;
    private const int FrameHeader = 24;
    private const int FileHeader = 32;

    [Fact]
    public void Open_WriteAheadFileCutAnywhere_HoldsTheCommitsBeforeTheCut()
    {
        var (database, ahead) = Written(isClosed: false);
        Assert.True(ahead.Length > 20 * Page);
        var last = 0L;
        for (var frame = FileHeader; frame < ahead.Length; frame += FrameHeader + Page)
        {
            foreach (var cut in (ReadOnlySpan<int>)[frame, frame + 1 + (int)(frame * 7919L % (FrameHeader + Page - 1))])
            {
                var found = Open(database, ahead[..Math.Min(cut, ahead.Length)]);
                Assert.True(found is { } version && version >= last, $"Cut at byte {cut}: {found} after {last}");
                last = found ?? last;
            }
        }

        Assert.Equal(Commits, Open(database, ahead));
        Assert.InRange(Open(database, ahead[..^1]) ?? -1, 1, Commits - 1);
    }

    [Fact]
    public void Open_AByteOfTheWriteAheadFileIsFlipped_HoldsTheCommitsBeforeIt()
    {
        var (database, ahead) = Written(isClosed: false);
        var random = new Random(1);
        for (var round = 0; round < 150; round++)
        {
            Assert.NotNull(Open(database, Flipped(ahead, random)));
        }
    }

    [Fact]
    public void Open_DatabaseFileIsCut_IsRefused()
    {
        var (database, _) = Written(isClosed: true);
        for (var cut = Page; cut < database.Length; cut += Page)
        {
            Assert.Null(Open(database[..cut], []));
            Assert.Null(Open(database[..(cut - 100)], []));
        }
    }

    [Fact]
    public void Open_DatabaseFileIsEmptyAndTheOtherIsNot_IsRefused()
    {
        var (_, ahead) = Written(isClosed: false);

        Assert.Null(Open([], ahead));
    }

    [Fact]
    public void Open_AByteOfTheDatabaseFileIsFlipped_IsRefusedOrDoesNotMatter()
    {
        var (database, _) = Written(isClosed: true);
        var random = new Random(1);
        var refused = 0;
        for (var round = 0; round < 300; round++)
        {
            refused += Open(Flipped(database, random), []) is null ? 1 : 0;
        }

        Assert.InRange(refused, 100, 300);
    }

    /// <returns>How many commits are in the graph that opens; null if it is refused as it should be.</returns>
    private static long? Open(byte[] database, byte[] ahead)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "graph.db"), database);
        if (ahead.Length > 0)
        {
            File.WriteAllBytes(Path.Combine(folder.Path, "graph.db-wal"), ahead);
        }

        try
        {
            using var store = GraphStore.Open(folder.Path);
            AssertWhole(store.BeginRead());
            return store.BeginRead().Version;
        }
        catch (StorageException error)
        {
            Assert.Contains(error.Error, new[] { StorageError.JournalDamaged, StorageError.JournalFailed });
            Assert.NotEmpty(error.Message);
            return null;
        }
    }

    private static void AssertWhole(Snapshot graph)
    {
        Assert.Empty(ConsistencyCheck.Run(graph));
        Assert.InRange(graph.Version, 0, Commits);
        Assert.Equal((NodesEach * graph.Version, (NodesEach - 1) * graph.Version), (graph.NodeCount, graph.RelationshipCount));
        foreach (var node in graph.Nodes())
        {
            Assert.Equal(Text(node), graph.NodeProperty(node, graph.PropertyKeys.Find("text")).AsString());
        }
    }

    /// <summary>The bytes of the database and of the file with what waits to be written into it.</summary>
    private static (byte[] Database, byte[] Ahead) Written(bool isClosed)
    {
        using var folder = new TemporaryFolder();
        var (database, ahead) = (Path.Combine(folder.Path, "graph.db"), Path.Combine(folder.Path, "graph.db-wal"));
        using (var store = GraphStore.Open(folder.Path))
        {
            for (var commit = 1; commit <= Commits; commit++)
            {
                Commit(store);
                if (commit == CheckpointAt)
                {
                    store.CheckpointAsync(TimeSpan.Zero).GetAwaiter().GetResult();
                }
            }

            if (!isClosed)
            {
                return (Read(database), Read(ahead));
            }
        }

        return (Read(database), []);
    }

    private static void Commit(GraphStore store)
    {
        using var transaction = store.BeginWriteAsync(TimeSpan.Zero).GetAwaiter().GetResult();
        var (label, text, next) = (transaction.GetOrAddLabel("N"), transaction.GetOrAddPropertyKey("text"), transaction.GetOrAddRelationshipType("NEXT"));
        if (transaction.Version == 0)
        {
            transaction.CreateConstraint(null, ConstraintKind.Unique, EntityKind.Node, label, text);
        }

        var before = -1L;
        for (var i = 0; i < NodesEach; i++)
        {
            var node = transaction.CreateNode(label);
            transaction.SetNodeProperty(node, text, Value.Of(Text(node)));
            if (before >= 0)
            {
                transaction.CreateRelationship(next, before, node);
            }

            before = node;
        }

        transaction.Commit();
    }

    private static string Text(long node) => $"node {node} of them all";

    /// <summary>Another process may have it open.</summary>
    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        var flipped = bytes.ToArray();
        flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }
}
