using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

public sealed class TransactionTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();
    private readonly int label;
    private readonly int type;
    private readonly int key;

    public TransactionTests()
    {
        using var transaction = Begin();
        (label, type, key) = (transaction.GetOrAddLabel("A"), transaction.GetOrAddRelationshipType("R"), transaction.GetOrAddPropertyKey("k"));
        transaction.Commit();
    }

    public void Dispose() => store.Dispose();

    [Fact]
    public void Commit_NothingWritten_KeepsTheVersion()
    {
        var before = store.BeginRead().Version;
        using var transaction = Begin();

        transaction.Commit();

        Assert.Equal(before, store.BeginRead().Version);
    }

    [Fact]
    public void Commit_DeletedNodeHasRelationships_IsRefusedAndLeavesNothing()
    {
        var (start, _, relationship) = Pair();
        using var transaction = Begin();
        Assert.True(transaction.DeleteNode(start));
        Assert.False(transaction.DeleteNode(start));

        Assert.Equal(StorageError.NodeHasRelationships, Refused(transaction.CheckDeletedNodes));
        Assert.Equal(StorageError.NodeHasRelationships, Refused(transaction.Commit));

        Assert.Equal(TransactionState.RolledBack, transaction.Status);
        Assert.True(store.BeginRead().NodeExists(start));
        Assert.Equal(start, store.BeginRead().StartOf(relationship));
        Begin().Dispose();
    }

    [Fact]
    public void Commit_NodeDeletedBeforeItsRelationship_DeletesBoth()
    {
        var (start, end, relationship) = Pair();
        using var transaction = Begin();
        transaction.DeleteNode(start);
        Assert.True(transaction.DeleteRelationship(relationship));

        transaction.CheckDeletedNodes();
        transaction.Commit();

        var view = store.BeginRead();
        Assert.Equal((1, 0, 0), (view.NodeCount, view.RelationshipCount, view.Degree(end, Direction.Both)));
        Assert.Equal(0, view.CountRelationships(label, type, Direction.Outgoing));
        Assert.Equal(StorageError.EntityNotFound, Refused(() => view.TypeOf(relationship)));
    }

    [Fact]
    public void DetachDeleteNode_NodeIsDeletedAlready_TakesWhatIsLeft()
    {
        var (start, _, _) = Pair();
        using var transaction = Begin();
        transaction.DeleteNode(start);

        Assert.Equal(1, transaction.DetachDeleteNode(start));
        Assert.Equal(-1, transaction.DetachDeleteNode(start));
        transaction.Commit();
    }

    [Fact]
    public void CreateRelationship_EndIsDeleted_IsRefused()
    {
        var (start, end, _) = Pair();
        using var transaction = Begin();
        transaction.DetachDeleteNode(end);

        Assert.Equal(StorageError.EntityDeleted, Refused(() => transaction.CreateRelationship(type, start, end)));
        Assert.Equal(StorageError.EntityNotFound, Refused(() => transaction.CreateRelationship(type, start, 99)));
        Assert.Equal(0, transaction.RelationshipCount);
    }

    [Fact]
    public void CreateNode_AfterADeletion_GetsAnIdOfItsOwn()
    {
        using var transaction = Begin();
        var first = transaction.CreateNode(label);
        transaction.DeleteNode(first);
        var second = transaction.CreateNode(label);
        transaction.DeleteNode(second);
        transaction.Commit();
        using var next = Begin();

        Assert.Equal(3, new[] { first, second, next.CreateNode() }.Distinct().Count());
    }

    [Fact]
    public void MarkFailed_ThenWriteOrCommit_OnlyRollbackIsPossible()
    {
        using var transaction = Begin();
        transaction.CreateNode(label);
        transaction.MarkFailed();

        Assert.Equal(StorageError.TransactionFailed, Refused(() => transaction.CreateNode()));
        Assert.Equal(StorageError.TransactionFailed, Refused(transaction.Commit));
        transaction.Rollback();

        Assert.Equal(StorageError.TransactionClosed, Refused(() => transaction.CreateNode()));
        Assert.Equal(0, store.BeginRead().NodeCount);
        Assert.Equal(0, transaction.NodeCount);
    }

    [Theory]
    [MemberData(nameof(Unstorable))]
    public void SetNodeProperty_ValueThatIsNone_IsRefusedAndLeavesNothing(string kind)
    {
        var value = s_unstorable[kind];
        using var transaction = Begin();
        var node = transaction.CreateNode(label);

        Assert.Equal(StorageError.InvalidPropertyValue, Refused(() => transaction.SetNodeProperty(node, key, value)));
        Assert.True(transaction.NodeProperty(node, key).IsNull);
    }

    public static TheoryData<string> Unstorable => [.. s_unstorable.Keys];

    private static readonly Dictionary<string, Value> s_unstorable = new()
    {
        ["map"] = Value.Map(MapValue.Empty),
        ["node"] = Value.Node(0),
        ["relationship"] = Value.Relationship(0),
        ["list with null"] = Value.List(Value.Null),
        ["list of lists"] = Value.List(Value.List()),
        ["mixed list"] = Value.List(Value.Of(1), Value.Of("a")),
        ["list of maps"] = Value.List(Value.Map(MapValue.Empty)),
    };

    [Fact]
    public void Dispose_StoreIsClosed_RefusesTransactionsAndCommits()
    {
        using var transaction = Begin();
        transaction.CreateNode(label);
        var snapshot = store.BeginRead();
        store.Dispose();

        Assert.Equal(StorageError.StoreClosed, Refused(transaction.Commit));
        Assert.Equal(StorageError.StoreClosed, Refused(() => store.BeginRead()));
        Assert.Equal(0, snapshot.NodeCount);
    }

    [Fact]
    public void Tokens_OfARolledBackTransaction_StayKnown()
    {
        using (var transaction = Begin())
        {
            transaction.GetOrAddLabel("Later");
        }

        Assert.Equal("Later", store.Labels.Name(store.BeginRead().Labels.Find("Later")));
        Assert.Equal(TokenTable.None, store.Labels.Find("Never"));
        Assert.False(store.BeginRead().NodesWithLabel(TokenTable.None).MoveNext());
    }

    private WriteTransaction Begin() => store.BeginWriteAsync(TimeSpan.Zero).GetAwaiter().GetResult();

    private static StorageError Refused(Action action) => Assert.Throws<StorageException>(action).Error;

    private static StorageError Refused(Func<object?> action) => Assert.Throws<StorageException>(() => { action(); }).Error;

    private (long Start, long End, long Relationship) Pair()
    {
        using var transaction = Begin();
        var (start, end) = (transaction.CreateNode(label), transaction.CreateNode(label));
        var relationship = transaction.CreateRelationship(type, start, end);
        transaction.Commit();
        return (start, end, relationship);
    }
}
