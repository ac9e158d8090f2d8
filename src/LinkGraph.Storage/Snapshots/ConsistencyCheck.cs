using LinkGraph.Storage.Indexes;
using LinkGraph.Storage.Values;

namespace LinkGraph.Storage.Snapshots;

/// <summary>
/// Whether what a graph keeps twice agrees: relationships with the neighbourhoods at both their ends, indexes with properties, constraints with what they ask, counts
/// with what they count. Reads everything.
/// </summary>
internal sealed class ConsistencyCheck
{
    private readonly IGraphView view;
    private readonly List<string> faults = [];

    private ConsistencyCheck(IGraphView view) => this.view = view;

    /// <summary>What does not agree, in words; nothing if all is well.</summary>
    public static IReadOnlyList<string> Run(IGraphView view)
    {
        var check = new ConsistencyCheck(view);
        check.Nodes();
        check.Relationships();
        check.Patterns();
        foreach (var index in view.Schema.Indexes)
        {
            check.Index(index);
        }

        foreach (var constraint in view.Schema.Constraints)
        {
            check.Constraint(constraint);
        }

        return check.faults;
    }

    private void Nodes()
    {
        var (all, byLabel) = (0L, new long[view.Labels.Count]);
        foreach (var node in view.Nodes())
        {
            all++;
            Expect(view.NodeExists(node), $"node {node} is scanned and does not exist");
            foreach (var label in view.LabelsOf(node))
            {
                byLabel[label]++;
                Expect(view.HasLabel(node, label), $"node {node} has label {label} and denies it");
            }
        }

        Expect(view.NodeCount == all, $"{view.NodeCount} nodes are counted, {all} are there");
        for (var label = 0; label < byLabel.Length; label++)
        {
            var scanned = 0L;
            foreach (var node in view.NodesWithLabel(label))
            {
                scanned++;
            }

            Expect(
                view.CountNodes(label) == byLabel[label] && scanned == byLabel[label],
                $"label {label}: {view.CountNodes(label)} counted, {scanned} scanned, {byLabel[label]} there");
        }
    }

    /// <summary>Every relationship lies once in the neighbourhood of each of its ends, and nothing else does.</summary>
    private void Relationships()
    {
        var seen = new Dictionary<long, int>();
        foreach (var node in view.Nodes())
        {
            foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Outgoing, Direction.Incoming])
            {
                var degree = 0L;
                foreach (var (relationship, other, _) in view.Expand(node, direction))
                {
                    degree++;
                    seen[relationship] = seen.GetValueOrDefault(relationship) + 1;
                    var (near, far) = direction == Direction.Outgoing ? (node, other) : (other, node);
                    Expect(
                        view.RelationshipExists(relationship) && view.StartOf(relationship) == near && view.EndOf(relationship) == far,
                        $"relationship {relationship} lies {direction} at node {node} and does not go from {near} to {far}");
                }

                Expect(view.Degree(node, direction) == degree, $"node {node} has {degree} relationships {direction} and says {view.Degree(node, direction)}");
            }
        }

        var all = 0L;
        foreach (var relationship in view.Relationships())
        {
            all++;
            Expect(seen.Remove(relationship, out var times) && times == 2, $"relationship {relationship} lies {times} times in neighbourhoods, not twice");
        }

        Expect(view.RelationshipCount == all, $"{view.RelationshipCount} relationships are counted, {all} are there");
        Expect(seen.Count == 0, $"neighbourhoods hold {seen.Count} relationships that are not there");
    }

    private void Patterns()
    {
        var (byType, byPattern) = (new long[view.RelationshipTypes.Count], new Dictionary<(int Label, int Type, Direction Direction), long>());
        foreach (var relationship in view.Relationships())
        {
            var type = view.TypeOf(relationship);
            byType[type]++;
            foreach (var label in view.LabelsOf(view.StartOf(relationship)))
            {
                byPattern[(label, type, Direction.Outgoing)] = byPattern.GetValueOrDefault((label, type, Direction.Outgoing)) + 1;
            }

            foreach (var label in view.LabelsOf(view.EndOf(relationship)))
            {
                byPattern[(label, type, Direction.Incoming)] = byPattern.GetValueOrDefault((label, type, Direction.Incoming)) + 1;
            }
        }

        for (var type = 0; type < byType.Length; type++)
        {
            Expect(view.CountRelationships(type) == byType[type], $"type {type}: {view.CountRelationships(type)} counted, {byType[type]} there");
            for (var label = 0; label < view.Labels.Count; label++)
            {
                foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Outgoing, Direction.Incoming])
                {
                    var (counted, there) = (view.CountRelationships(label, type, direction), byPattern.GetValueOrDefault((label, type, direction)));
                    Expect(counted == there, $"label {label}, type {type}, {direction}: {counted} counted, {there} there");
                }
            }
        }
    }

    private void Index(IndexDescriptor index)
    {
        var expected = new HashSet<long>();
        foreach (var id in Entities(index.Entity, index.Token))
        {
            var key = index.Keys.Select(k => PropertyOf(index.Entity, id, k)).ToArray();
            if (!key.All(value => Belongs(index.Kind, value)))
            {
                continue;
            }

            expected.Add(id);
            Expect(key.Any(value => KeyOrder.IsNaN(value)) || IsFound(index, key, id), $"index {index.Name} does not find {index.Entity} {id} by its values");
        }

        var (entries, previous) = (0L, default(Value[]));
        var cursor = view.ScanIndex(index);
        while (cursor.MoveNext())
        {
            entries++;
            var key = new Value[index.Keys.Length];
            for (var column = 0; column < key.Length; column++)
            {
                key[column] = cursor.ValueAt(column);
            }

            Expect(expected.Remove(cursor.Current), $"index {index.Name} holds {index.Entity} {cursor.Current} twice or without reason");
            var order = previous is null ? -1 : Compare(previous, key);
            Expect(order < 0 || (order == 0 && !index.IsUnique), $"index {index.Name} is out of order or not unique at {index.Entity} {cursor.Current}");
            previous = key;
        }

        Expect(expected.Count == 0, $"index {index.Name} lacks {expected.Count} entries");
        Expect(view.CountEntries(index) == entries, $"index {index.Name} counts {view.CountEntries(index)} entries and has {entries}");
    }

    private void Constraint(ConstraintDescriptor constraint)
    {
        if (constraint.Index is { } index)
        {
            Expect(index.IsUnique && view.Schema.Indexes.Contains(index), $"constraint {constraint.Name} lacks its index");
        }

        if (constraint.Kind != ConstraintKind.Unique)
        {
            foreach (var id in Entities(constraint.Entity, constraint.Token))
            {
                Expect(
                    constraint.Keys.All(key => !PropertyOf(constraint.Entity, id, key).IsNull),
                    $"{constraint.Entity} {id} lacks what constraint {constraint.Name} asks");
            }
        }
    }

    private static bool Belongs(IndexKind kind, Value value) => kind switch
    {
        IndexKind.Text => value.IsString,
        IndexKind.Point => value.Kind == ValueKind.Point,
        _ => !value.IsNull,
    };

    private static int Compare(Value[] left, Value[] right)
    {
        for (var column = 0; column < left.Length; column++)
        {
            if (KeyOrder.Compare(left[column], right[column]) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    private bool IsFound(IndexDescriptor index, Value[] key, long id)
    {
        var cursor = view.SeekIndex(index, key);
        while (cursor.MoveNext())
        {
            if (cursor.Current == id)
            {
                return true;
            }
        }

        return false;
    }

    private Value PropertyOf(EntityKind entity, long id, int key) =>
        entity == EntityKind.Node ? view.NodeProperty(id, key) : view.RelationshipProperty(id, key);

    private List<long> Entities(EntityKind entity, int token)
    {
        var ids = new List<long>();
        if (entity == EntityKind.Node)
        {
            foreach (var node in view.NodesWithLabel(token))
            {
                ids.Add(node);
            }
        }
        else
        {
            foreach (var relationship in view.RelationshipsOfType(token))
            {
                ids.Add(relationship);
            }
        }

        return ids;
    }

    private void Expect(bool isSo, string fault)
    {
        const int Most = 50;
        if (!isSo && faults.Count < Most)
        {
            faults.Add(fault);
        }
    }
}
