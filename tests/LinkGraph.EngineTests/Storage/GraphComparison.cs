using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

/// <summary>Asks a view everything it can answer and compares with a model.</summary>
internal static class GraphComparison
{
    public const int Tokens = 3;

    private static readonly Direction[] s_directions = [Direction.Outgoing, Direction.Incoming, Direction.Both];
    private static readonly int[]?[] s_typeSets = [null, [], [0], [2, 1]];

    public static void AssertSame(GraphModel model, IGraphView view)
    {
        Assert.Equal(model.Nodes.Keys, Ids(view.Nodes()));
        Assert.Equal(model.Nodes.Count, view.NodeCount);
        Assert.Equal(model.Relationships.Keys, Ids(view.Relationships()));
        Assert.Equal(model.Relationships.Count, view.RelationshipCount);
        foreach (var (id, node) in model.Nodes)
        {
            AssertNode(model, view, id, node);
        }

        foreach (var (id, relationship) in model.Relationships)
        {
            Assert.True(view.RelationshipExists(id));
            Assert.Equal((relationship.Type, relationship.Start, relationship.End), (view.TypeOf(id), view.StartOf(id), view.EndOf(id)));
            AssertProperties(relationship.Properties, view.RelationshipProperties(id), key => view.RelationshipProperty(id, key));
        }

        AssertTokens(model, view);
        foreach (var index in view.Schema.Indexes)
        {
            IndexComparison.AssertSame(model, view, index);
        }
    }

    private static void AssertNode(GraphModel model, IGraphView view, long id, GraphModel.Node node)
    {
        Assert.True(view.NodeExists(id));
        var labels = new List<int>();
        foreach (var label in view.LabelsOf(id))
        {
            labels.Add(label);
        }

        Assert.Equal(node.Labels.Order(), labels.Order());
        Assert.All(Enumerable.Range(0, Tokens), label => Assert.Equal(node.Labels.Contains(label), view.HasLabel(id, label)));
        AssertProperties(node.Properties, view.NodeProperties(id), key => view.NodeProperty(id, key));
        foreach (var direction in s_directions)
        {
            foreach (var types in s_typeSets)
            {
                var expected = model.Around(id, direction, types).OrderBy(n => n.Relationship).ToList();
                Assert.Equal(expected, Neighbours(view.Expand(id, direction, types)));
                Assert.Equal(expected.Count, view.Degree(id, direction, types));
                foreach (var other in model.Nodes.Keys.Take(3))
                {
                    Assert.Equal(expected.Where(n => n.Other == other), Neighbours(view.ExpandInto(id, other, direction, types)));
                }
            }
        }
    }

    private static void AssertProperties(Dictionary<int, Value> expected, PropertyEnumerator properties, Func<int, Value> read)
    {
        var count = 0;
        foreach (var (key, value) in properties)
        {
            Assert.True(IsSame(expected[key], value), $"{key}: {expected[key]} and {value}");
            count++;
        }

        Assert.Equal(expected.Count, count);
        Assert.All(Enumerable.Range(0, Tokens), key => Assert.True(IsSame(expected.GetValueOrDefault(key), read(key))));
    }

    private static void AssertTokens(GraphModel model, IGraphView view)
    {
        for (var token = 0; token < Tokens; token++)
        {
            var nodes = model.With(EntityKind.Node, token).Select(e => e.Id).ToList();
            Assert.Equal(nodes, Ids(view.NodesWithLabel(token)));
            Assert.Equal(nodes.Count, view.CountNodes(token));
            var relationships = model.With(EntityKind.Relationship, token).Select(e => e.Id).ToList();
            Assert.Equal(relationships, Ids(view.RelationshipsOfType(token)));
            Assert.Equal(relationships.Count, view.CountRelationships(token));
            for (var type = 0; type < Tokens; type++)
            {
                var ofType = model.Relationships.Values.Where(r => r.Type == type).ToList();
                Assert.Equal(ofType.Count(r => nodes.Contains(r.Start)), view.CountRelationships(token, type, Direction.Outgoing));
                Assert.Equal(ofType.Count(r => nodes.Contains(r.End)), view.CountRelationships(token, type, Direction.Incoming));
            }
        }
    }

    /// <summary>Equivalent and of the same kind: 1 is not 1.0.</summary>
    private static bool IsSame(Value left, Value right) => left.Kind == right.Kind && EquivalenceComparer.Instance.Equals(left, right);

    private static List<Neighbour> Neighbours(Expansion expansion)
    {
        var all = new List<Neighbour>();
        foreach (var neighbour in expansion)
        {
            all.Add(neighbour);
        }

        return [.. all.OrderBy(n => n.Relationship)];
    }

    private static List<long> Ids(NodeScan scan)
    {
        var ids = new List<long>();
        foreach (var id in scan)
        {
            ids.Add(id);
        }

        return ids;
    }

    private static List<long> Ids(RelationshipScan scan)
    {
        var ids = new List<long>();
        foreach (var id in scan)
        {
            ids.Add(id);
        }

        return ids;
    }
}
