using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

/// <summary>Runs the same steps on a store and on a model.</summary>
internal sealed class GraphHistory : IDisposable
{
    private readonly GraphStore store;
    private readonly List<(GraphModel Model, Snapshot Snapshot)> kept = [];
    private GraphModel committed = new();
    private GraphModel model = new();
    private WriteTransaction transaction;

    public GraphHistory(GraphStore store, GraphModel start)
    {
        this.store = store;
        committed = start;
        model = start.Copy();
        transaction = Begin();
    }

    /// <summary>What the last commit left.</summary>
    public GraphModel Committed => committed;

    public void Run(IEnumerable<GraphOperation> steps)
    {
        foreach (var step in steps)
        {
            Run(step);
        }

        GraphComparison.AssertSame(model, transaction);
        transaction.Rollback();
        GraphComparison.AssertSame(committed, transaction);
        Assert.All(kept, pair => GraphComparison.AssertSame(pair.Model, pair.Snapshot));
    }

    public void Dispose() => transaction.Dispose();

    private void Run(GraphOperation step)
    {
        switch (step.Kind)
        {
            case GraphOperation.Step.Commit:
                Commit();
                break;
            case GraphOperation.Step.Rollback:
                transaction.Rollback();
                GraphComparison.AssertSame(committed, store.BeginRead());
                model = committed.Copy();
                transaction = Begin();
                break;
            case GraphOperation.Step.Compare:
                GraphComparison.AssertSame(model, transaction);
                break;
            default:
                Write(step);
                break;
        }
    }

    private WriteTransaction Begin()
    {
        var begun = store.BeginWriteAsync(TimeSpan.Zero);
        Assert.True(begun.IsCompletedSuccessfully);
        return begun.GetAwaiter().GetResult();
    }

    private void Commit()
    {
        var mustFail = transaction.Schema.Constraints
            .Where(c => c.Kind != ConstraintKind.Unique)
            .Any(c => model.With(c.Entity, c.Token).Any(e => c.Keys.Any(key => !e.Properties.ContainsKey(key))));
        if (mustFail)
        {
            Assert.Equal(StorageError.ConstraintViolated, Assert.Throws<StorageException>(transaction.Commit).Error);
            model = committed.Copy();
        }
        else
        {
            transaction.Commit();
            committed = model.Copy();
        }

        var snapshot = store.BeginRead();
        GraphComparison.AssertSame(committed, snapshot);
        kept.Add((committed, snapshot));
        transaction = Begin();
    }

    /// <summary>The model tries first: if the outcome breaks uniqueness, the store must refuse and stay as it was.</summary>
    private void Write(GraphOperation step)
    {
        var after = model.Copy();
        var write = Plan(step, after);
        if (write is null)
        {
            return;
        }

        if (transaction.Schema.Indexes.Any(index => index.IsUnique && !after.IsUnique(index)))
        {
            Assert.Equal(StorageError.ConstraintViolated, Assert.Throws<StorageException>(write).Error);
            return;
        }

        write();
        model = after;
    }

    private Action? Plan(GraphOperation step, GraphModel after)
    {
        if (step.Kind == GraphOperation.Step.CreateNode)
        {
            return () => after.Nodes[transaction.CreateNode(step.Token)] = new([step.Token], []);
        }

        if (after.Nodes.Count == 0)
        {
            return null;
        }

        var id = after.Nodes.Keys.ElementAt(step.First % after.Nodes.Count);
        return step.Kind switch
        {
            GraphOperation.Step.CreateRelationship => Connect(step, after, id),
            GraphOperation.Step.SetRelationshipProperty or GraphOperation.Step.MergeRelationshipProperties or GraphOperation.Step.DeleteRelationship =>
                after.Relationships.Count == 0 ? null : OnRelationship(step, after),
            _ => OnNode(step, after, id),
        };
    }

    private Action Connect(GraphOperation step, GraphModel after, long start)
    {
        var end = after.Nodes.Keys.ElementAt(step.Second % Math.Min(after.Nodes.Count, 4));
        return () => after.Relationships[transaction.CreateRelationship(step.Token, start, end)] = new(step.Token, start, end, []);
    }

    private Action OnNode(GraphOperation step, GraphModel after, long id)
    {
        var node = after.Nodes[id];
        switch (step.Kind)
        {
            case GraphOperation.Step.SetNodeProperty:
                Set(node.Properties, step.Token, step.Value);
                return () => transaction.SetNodeProperty(id, step.Token, step.Value);
            case GraphOperation.Step.ReplaceNodeProperties:
                node.Properties.Clear();
                Set(node.Properties, 0, step.Value);
                Set(node.Properties, 2, step.Other);
                return () => transaction.ReplaceNodeProperties(id, [new(0, step.Value), new(2, step.Other)]);
            case GraphOperation.Step.AddLabel:
                var isNew = node.Labels.Add(step.Token);
                return () => Assert.Equal(isNew, transaction.AddLabel(id, step.Token));
            case GraphOperation.Step.RemoveLabel:
                var wasThere = node.Labels.Remove(step.Token);
                return () => Assert.Equal(wasThere, transaction.RemoveLabel(id, step.Token));
            case GraphOperation.Step.DeleteNode when !after.Around(id, Direction.Both, null).Any():
                after.Nodes.Remove(id);
                return () => AssertDeleted(() => Assert.True(transaction.DeleteNode(id)), () => transaction.NodeProperty(id, 0));
            default:
                var around = after.Around(id, Direction.Both, null).Select(n => n.Relationship).ToList();
                around.ForEach(r => after.Relationships.Remove(r));
                after.Nodes.Remove(id);
                return () => AssertDeleted(() => Assert.Equal(around.Count, transaction.DetachDeleteNode(id)), () => transaction.HasLabel(id, 0));
        }
    }

    private Action OnRelationship(GraphOperation step, GraphModel after)
    {
        var id = after.Relationships.Keys.ElementAt(step.First % after.Relationships.Count);
        var properties = after.Relationships[id].Properties;
        switch (step.Kind)
        {
            case GraphOperation.Step.SetRelationshipProperty:
                Set(properties, step.Token, step.Value);
                return () => transaction.SetRelationshipProperty(id, step.Token, step.Value);
            case GraphOperation.Step.MergeRelationshipProperties:
                Set(properties, 0, step.Value);
                Set(properties, 1, step.Other);
                return () => transaction.MergeRelationshipProperties(id, [new(0, step.Value), new(1, step.Other)]);
            default:
                var type = after.Relationships[id].Type;
                after.Relationships.Remove(id);
                return () =>
                {
                    AssertDeleted(() => Assert.True(transaction.DeleteRelationship(id)), () => transaction.RelationshipProperty(id, 0));
                    Assert.Equal(type, transaction.TypeOf(id));
                };
        }
    }

    private static void AssertDeleted(Action delete, Func<object> read)
    {
        delete();
        Assert.Equal(StorageError.EntityDeleted, Assert.Throws<StorageException>(() => { read(); }).Error);
    }

    private static void Set(Dictionary<int, Value> properties, int key, Value value)
    {
        if (value.IsNull)
        {
            properties.Remove(key);
        }
        else
        {
            properties[key] = value;
        }
    }
}
