using CsCheck;
using LinkGraph.Storage;

namespace LinkGraph.EngineTests.Storage;

public sealed class GraphModelTests
{
    [Fact]
    public void Histories_AnyStepsWithoutConstraints_AgreeWithTheModel() => Check(store => Prepare(store, 0, _ => { }));

    [Fact]
    public void Histories_AnyStepsWithIndexes_AgreeWithTheModel() => Check(store => Prepare(store, 0, transaction =>
    {
        transaction.CreateIndex(null, IndexKind.Range, EntityKind.Node, 0, 0);
        transaction.CreateIndex(null, IndexKind.Range, EntityKind.Node, 1, 0, 2);
        transaction.CreateIndex(null, IndexKind.Text, EntityKind.Node, 1, 0);
        transaction.CreateIndex(null, IndexKind.Range, EntityKind.Relationship, 2, 0);
    }));

    [Fact]
    public void Histories_AnyStepsWithConstraints_AgreeWithTheModel() => Check(store => Prepare(store, 0, transaction =>
    {
        transaction.CreateConstraint(null, ConstraintKind.Unique, EntityKind.Node, 0, 0);
        transaction.CreateConstraint(null, ConstraintKind.Key, EntityKind.Node, 2, 1, 2);
        transaction.CreateConstraint(null, ConstraintKind.Unique, EntityKind.Relationship, 1, 1);
        transaction.CreateConstraint(null, ConstraintKind.Exists, EntityKind.Relationship, 2, 0);
    }));

    [Fact]
    public void Histories_HubsAndIdsAcrossTheEndOfAChunk_AgreeWithTheModel() => Check(store => Prepare(store, 1010, transaction =>
        transaction.CreateIndex(null, IndexKind.Range, EntityKind.Node, 0, 0)));

    private static void Check(Func<GraphStore, GraphModel> prepare) => GraphOperation.Any.Array[1, 120].Sample(
        steps =>
        {
            using var store = GraphStore.InMemory();
            using var history = new GraphHistory(store, prepare(store));
            history.Run(steps);
        },
        iter: 100);

    /// <summary>Brings ids up to a number, all deleted but the last few, of which two are hubs.</summary>
    internal static GraphModel Prepare(GraphStore store, int ids, Action<WriteTransaction> schema)
    {
        var model = new GraphModel();
        using (var transaction = store.BeginWriteAsync(TimeSpan.Zero).GetAwaiter().GetResult())
        {
            for (var token = 0; token < GraphComparison.Tokens; token++)
            {
                transaction.GetOrAddLabel($"L{token}");
                transaction.GetOrAddRelationshipType($"T{token}");
                transaction.GetOrAddPropertyKey($"k{token}");
            }

            schema(transaction);
            for (var i = 0; i < ids; i++)
            {
                var node = transaction.CreateNode(0);
                transaction.CreateRelationship(0, node, node);
            }

            transaction.Commit();
        }

        using var deleting = store.BeginWriteAsync(TimeSpan.Zero).GetAwaiter().GetResult();
        for (var node = 0; node < ids; node++)
        {
            if (node < ids - 5)
            {
                deleting.DetachDeleteNode(node);
                continue;
            }

            model.Nodes[node] = new([0], []);
            model.Relationships[node] = new(0, node, node, []);
        }

        for (var i = 0; ids > 0 && i < 50; i++)
        {
            var (start, end) = (ids - 5 + (i % 2), ids - 4 - (i % 2));
            model.Relationships[deleting.CreateRelationship(i % GraphComparison.Tokens, start, end)] = new(i % GraphComparison.Tokens, start, end, []);
        }

        deleting.Commit();
        return model;
    }
}
