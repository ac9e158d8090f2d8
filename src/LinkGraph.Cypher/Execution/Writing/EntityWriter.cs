using LinkGraph.Storage;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Writing;

/// <summary>Changes of single nodes and relationships, counted.</summary>
internal static class EntityWriter
{
    public static Value CreateNode(ExecutionState state, IReadOnlyList<string> labels, MapValue properties)
    {
        int[] tokens = labels.Count == 1
            ? [state.Writer.GetOrAddLabel(labels[0])]
            : [.. labels.Distinct(StringComparer.Ordinal).Select(state.Writer.GetOrAddLabel)];
        var node = Value.Node(state.Writer.CreateNode(tokens));
        state.Counters.NodesCreated++;
        state.Counters.LabelsAdded += tokens.Length;
        AddProperties(state, node, properties);
        return node;
    }

    public static Value CreateRelationship(ExecutionState state, string type, Value start, Value end, MapValue properties)
    {
        if (start.IsNull || end.IsNull)
        {
            throw CypherErrors.Argument("Failed to create relationship: an end node is missing. If you prefer to simply ignore rows where a relationship node is missing, use MATCH.");
        }

        var relationship = Value.Relationship(state.Writer.CreateRelationship(state.Writer.GetOrAddRelationshipType(type), start.AsNode(), end.AsNode()));
        state.Counters.RelationshipsCreated++;
        AddProperties(state, relationship, properties);
        return relationship;
    }

    /// <summary>Null removes. Setting what is null does nothing.</summary>
    public static void SetProperty(ExecutionState state, Value entity, string key, Value value)
    {
        if (!entity.IsNull)
        {
            SetProperties(state, entity, [new(state.Writer.GetOrAddPropertyKey(key), value)]);
        }
    }

    /// <summary>Null removes.</summary>
    /// <param name="state">The run of the statement.</param>
    /// <param name="entity">A node or a relationship.</param>
    /// <param name="properties">No key twice.</param>
    public static void SetProperties(ExecutionState state, Value entity, Span<Property> properties)
    {
        foreach (ref var property in properties)
        {
            property = new(property.Key, Stored(property.Value));
        }

        state.Counters.PropertiesSet += entity.Kind switch
        {
            ValueKind.Node => state.Writer.MergeNodeProperties(entity.AsNode(), properties),
            ValueKind.Relationship => state.Writer.MergeRelationshipProperties(entity.AsRelationship(), properties),
            _ => throw CypherErrors.Type($"Properties are set on a node or a relationship, not on a value of type {entity.Kind}."),
        };
    }

    public static void AddProperties(ExecutionState state, Value entity, MapValue properties)
    {
        if (!entity.IsNull && properties.Count > 0)
        {
            SetProperties(state, entity, [.. properties.Entries.Select(e => new Property(state.Writer.GetOrAddPropertyKey(e.Key), e.Value))]);
        }
    }

    public static void ReplaceProperties(ExecutionState state, Value entity, MapValue properties)
    {
        if (entity.IsNull)
        {
            return;
        }

        foreach (var key in Expressions.EntityProperties.Of(state, entity).Keys.Where(k => properties[k].IsNull).ToList())
        {
            SetProperty(state, entity, key, Value.Null);
        }

        AddProperties(state, entity, properties);
    }

    public static void AddLabels(ExecutionState state, Value node, IEnumerable<string> labels)
    {
        if (node.IsNull)
        {
            return;
        }

        foreach (var label in labels)
        {
            state.Counters.LabelsAdded += state.Writer.AddLabel(NodeOf(node), state.Writer.GetOrAddLabel(label)) ? 1 : 0;
        }
    }

    public static void RemoveLabels(ExecutionState state, Value node, IEnumerable<string> labels)
    {
        if (node.IsNull)
        {
            return;
        }

        foreach (var label in labels)
        {
            if (state.View.Labels.Find(label) is var token and >= 0)
            {
                state.Counters.LabelsRemoved += state.Writer.RemoveLabel(NodeOf(node), token) ? 1 : 0;
            }
        }
    }

    /// <summary>What is deleted already, by this statement too, is no error.</summary>
    public static void Delete(ExecutionState state, Value value, bool detach)
    {
        switch (value.Kind)
        {
            case ValueKind.Null:
                break;
            case ValueKind.Node:
                if (detach && state.View.NodeExists(value.AsNode()))
                {
                    state.Counters.RelationshipsDeleted += state.Writer.DetachDeleteNode(value.AsNode());
                    state.Counters.NodesDeleted++;
                }
                else if (state.View.NodeExists(value.AsNode()))
                {
                    state.Counters.NodesDeleted += state.Writer.DeleteNode(value.AsNode()) ? 1 : 0;
                }

                break;
            case ValueKind.Relationship:
                if (state.View.RelationshipExists(value.AsRelationship()))
                {
                    state.Counters.RelationshipsDeleted += state.Writer.DeleteRelationship(value.AsRelationship()) ? 1 : 0;
                }

                break;
            case ValueKind.Path:
                foreach (var relationship in value.AsPath().Relationships.ToArray())
                {
                    Delete(state, Value.Relationship(relationship), detach);
                }

                foreach (var node in value.AsPath().Nodes.ToArray())
                {
                    Delete(state, Value.Node(node), detach);
                }

                break;
            default:
                throw CypherErrors.Type($"Expected a node, relationship or path to delete, not a value of type {value.Kind}.");
        }
    }

    /// <summary>A list of integers and floats is stored as floats.</summary>
    private static Value Stored(Value value) => value.Kind == ValueKind.List && value.AsList() is var items
        && Array.TrueForAll(items, i => i.Kind is ValueKind.Integer or ValueKind.Float)
        && Array.Exists(items, i => i.Kind == ValueKind.Integer) && Array.Exists(items, i => i.Kind == ValueKind.Float)
        ? Value.List(Array.ConvertAll(items, i => i.Kind == ValueKind.Integer ? Value.Of((double)i.AsInteger()) : i))
        : value;

    private static long NodeOf(Value value) => value.Kind == ValueKind.Node
        ? value.AsNode()
        : throw CypherErrors.Type($"Labels are set on a node, not on a value of type {value.Kind}.");
}
