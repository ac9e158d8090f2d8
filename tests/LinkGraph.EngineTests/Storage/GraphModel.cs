using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.EngineTests.Storage;

/// <summary>A graph as plain dictionaries: what the store must agree with.</summary>
internal sealed class GraphModel
{
    public SortedDictionary<long, Node> Nodes { get; } = [];

    public SortedDictionary<long, Relationship> Relationships { get; } = [];

    public GraphModel Copy()
    {
        var copy = new GraphModel();
        foreach (var (id, node) in Nodes)
        {
            copy.Nodes[id] = new([.. node.Labels], new(node.Properties));
        }

        foreach (var (id, relationship) in Relationships)
        {
            copy.Relationships[id] = relationship with { Properties = new(relationship.Properties) };
        }

        return copy;
    }

    public IEnumerable<(long Id, Dictionary<int, Value> Properties)> With(EntityKind entity, int token) => entity == EntityKind.Node
        ? Nodes.Where(n => n.Value.Labels.Contains(token)).Select(n => (n.Key, n.Value.Properties))
        : Relationships.Where(r => r.Value.Type == token).Select(r => (r.Key, r.Value.Properties));

    public IEnumerable<Neighbour> Around(long node, Direction direction, int[]? types)
    {
        foreach (var (id, r) in Relationships)
        {
            if (types is not null && !types.Contains(r.Type))
            {
                continue;
            }

            if (r.Start == node && (direction != Direction.Incoming || r.End == node))
            {
                yield return new(id, r.End, true);
            }
            else if (r.End == node && direction != Direction.Outgoing)
            {
                yield return new(id, r.Start, false);
            }
        }
    }

    /// <summary>Whether no two entities that the index is over have these values in it.</summary>
    public bool IsUnique(IndexDescriptor index)
    {
        var keys = With(index.Entity, index.Token).Select(e => KeyOf(index, e.Properties)).OfType<Value[]>().Select(key => Value.List(key)).ToList();
        return keys.Distinct(EquivalenceComparer.Instance).Count() == keys.Count;
    }

    public static Value[]? KeyOf(IndexDescriptor index, Dictionary<int, Value> properties)
    {
        var key = index.Keys.Select(k => properties.GetValueOrDefault(k)).ToArray();
        return key.Any(v => v.IsNull || (index.Kind == IndexKind.Text && !v.IsString)) ? null : key;
    }

    internal sealed record Node(HashSet<int> Labels, Dictionary<int, Value> Properties);

    internal sealed record Relationship(int Type, long Start, long End, Dictionary<int, Value> Properties);
}
