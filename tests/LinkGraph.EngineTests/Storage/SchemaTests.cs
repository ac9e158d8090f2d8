using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

public sealed class SchemaTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();
    private readonly int label;
    private readonly int key;
    private readonly int second;

    public SchemaTests()
    {
        using var transaction = Begin();
        (label, key, second) = (transaction.GetOrAddLabel("A"), transaction.GetOrAddPropertyKey("k"), transaction.GetOrAddPropertyKey("l"));
        transaction.Commit();
    }

    public void Dispose() => store.Dispose();

    [Fact]
    public void SetNodeProperty_ValueIsTaken_IsRefusedWithItsHolderAndTheRestStands()
    {
        var constraint = Constrain(ConstraintKind.Unique, key);
        using var transaction = Begin();
        var (first, other) = (transaction.CreateNode(label), transaction.CreateNode(label));
        transaction.SetNodeProperty(first, key, Value.Of("x"));

        var error = Assert.Throws<StorageException>(() => transaction.MergeNodeProperties(other, [new(second, Value.Of(1)), new(key, Value.Of("x"))]));

        Assert.Equal((StorageError.ConstraintViolated, constraint, first), (error.Error, error.Constraint, error.Entity));
        Assert.Equal("Node(0) already exists with label `A` and property `k` = 'x'", error.Message);
        Assert.True(transaction.NodeProperty(other, second).IsNull);
        transaction.SetNodeProperty(other, key, Value.Of("y"));
        transaction.Commit();
        Assert.Equal(2, store.BeginRead().CountEntries(constraint.Index!));
    }

    [Fact]
    public void SetNodeProperty_OneAndOnePointZero_AreTheSameToAConstraint()
    {
        Constrain(ConstraintKind.Unique, key);
        using var transaction = Begin();
        var (first, other) = (transaction.CreateNode(label), transaction.CreateNode(label));
        transaction.SetNodeProperty(first, key, Value.Of(1));

        Assert.Equal(StorageError.ConstraintViolated, Refused(() => transaction.SetNodeProperty(other, key, Value.Of(1.0))));
        Assert.True(transaction.SetNodeProperty(first, key, Value.Of(1.0)));
    }

    [Fact]
    public void CreateConstraint_DataBreaksIt_IsRefusedAndLeavesNoIndex()
    {
        using var transaction = Begin();
        transaction.SetNodeProperty(transaction.CreateNode(label), key, Value.Of(1));
        transaction.SetNodeProperty(transaction.CreateNode(label), key, Value.Of(1));

        Assert.Equal(StorageError.ConstraintViolated, Refused(() => transaction.CreateConstraint(null, ConstraintKind.Unique, EntityKind.Node, label, key)));
        Assert.Equal(StorageError.ConstraintViolated, Refused(() => transaction.CreateConstraint(null, ConstraintKind.Exists, EntityKind.Node, label, second)));

        Assert.Empty(transaction.Schema.Indexes);
        Assert.Empty(transaction.Schema.Constraints);
    }

    [Fact]
    public void Commit_KeyConstraintLacksAProperty_IsRefusedAndLeavesNothing()
    {
        Constrain(ConstraintKind.Key, key, second);
        using var transaction = Begin();
        var node = transaction.CreateNode(label);
        transaction.SetNodeProperty(node, key, Value.Of(1));

        var error = Assert.Throws<StorageException>(transaction.Commit);

        Assert.Equal("Node(0) with label `A` must have the property `l`", error.Message);
        Assert.Equal(0, store.BeginRead().NodeCount);
        Assert.Equal(0, store.BeginRead().CountNodes(label));
    }

    [Fact]
    public void CreateIndex_NameOrDefinitionIsTaken_SaysWhich()
    {
        using var transaction = Begin();
        transaction.CreateIndex("i", IndexKind.Range, EntityKind.Node, label, key);
        transaction.CreateConstraint("c", ConstraintKind.Unique, EntityKind.Node, label, second);

        Assert.Equal(StorageError.IndexExists, Refused(() => transaction.CreateIndex("j", IndexKind.Range, EntityKind.Node, label, key)));
        Assert.Equal(StorageError.NameTaken, Refused(() => transaction.CreateIndex("c", IndexKind.Text, EntityKind.Node, label, key)));
        Assert.Equal(StorageError.ConstraintExists, Refused(() => transaction.CreateIndex("j", IndexKind.Range, EntityKind.Node, label, second)));
        Assert.Equal(StorageError.ConstraintExists, Refused(() => transaction.CreateConstraint("d", ConstraintKind.Unique, EntityKind.Node, label, second)));
        Assert.Equal(StorageError.IndexExists, Refused(() => transaction.CreateConstraint("d", ConstraintKind.Key, EntityKind.Node, label, key)));
        Assert.Equal(StorageError.InvalidSchema, Refused(() => transaction.CreateIndex("j", IndexKind.Text, EntityKind.Node, label, key, second)));
        Assert.Equal(StorageError.IndexBelongsToConstraint, Refused(() => transaction.DropIndex("c")));
        Assert.Equal(StorageError.IndexNotFound, Refused(() => transaction.DropIndex("none")));
        Assert.Equal(StorageError.ConstraintNotFound, Refused(() => transaction.DropConstraint("i")));
    }

    [Fact]
    public void DropConstraint_OnceCommitted_FreesValuesAndOldSnapshotsKeepTheIndex()
    {
        var constraint = Constrain(ConstraintKind.Unique, key);
        using (var filling = Begin())
        {
            filling.SetNodeProperty(filling.CreateNode(label), key, Value.Of(1));
            filling.Commit();
        }

        var old = store.BeginRead();
        using (var dropping = Begin())
        {
            dropping.DropConstraint(constraint.Name);
            dropping.SetNodeProperty(dropping.CreateNode(label), key, Value.Of(1));
            dropping.Commit();
        }

        Assert.Equal(1, old.CountEntries(constraint.Index!));
        Assert.Equal(StorageError.IndexNotFound, Refused(() => store.BeginRead().CountEntries(constraint.Index!)));
        Assert.True(store.BeginRead().Schema.Version > old.Schema.Version);
    }

    [Fact]
    public void Rollback_AfterSchemaChanges_LeavesNothing()
    {
        var before = store.BeginRead().Schema;
        using (var transaction = Begin())
        {
            transaction.CreateIndex(null, IndexKind.Range, EntityKind.Node, label, key);
            transaction.SetNodeProperty(transaction.CreateNode(label), key, Value.Of(1));
        }

        Assert.Same(before, store.BeginRead().Schema);
    }

    private WriteTransaction Begin() => store.BeginWriteAsync(TimeSpan.Zero).GetAwaiter().GetResult();

    private static StorageError Refused(Action action) => Assert.Throws<StorageException>(action).Error;

    private static StorageError Refused(Func<object?> action) => Assert.Throws<StorageException>(() => { action(); }).Error;

    private ConstraintDescriptor Constrain(ConstraintKind kind, params int[] keys)
    {
        using var transaction = Begin();
        var constraint = transaction.CreateConstraint(null, kind, EntityKind.Node, label, keys);
        transaction.Commit();
        return constraint;
    }
}
