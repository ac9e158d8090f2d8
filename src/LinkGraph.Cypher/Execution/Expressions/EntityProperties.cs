using LinkGraph.Cypher.Functions.Operators;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>All properties of something at once.</summary>
internal static class EntityProperties
{
    /// <summary>Of a node or relationship, or a map as it is; none of null.</summary>
    /// <exception cref="CypherException">It is something else.</exception>
    public static MapValue Of(ExecutionState state, Value subject) => subject.Kind switch
    {
        ValueKind.Null => MapValue.Empty,
        ValueKind.Map => subject.AsMap(),
        ValueKind.Node => state.Functions.Graph.NodeProperties(subject.AsNode()),
        ValueKind.Relationship => state.Functions.Graph.RelationshipProperties(subject.AsRelationship()),
        _ => throw CypherErrors.Type($"Type mismatch: expected Map, Node or Relationship but was {subject.Kind} {subject}"),
    };

    /// <summary>Whether an entity has all properties of a map.</summary>
    public static Value Include(ExecutionState state, Value entity, Value properties)
    {
        if (entity.IsNull || properties.IsNull)
        {
            return Value.Null;
        }

        foreach (var (key, value) in Of(state, properties).Entries)
        {
            if (ValueEquality.Equals(Access.Property(state.Functions.Graph, entity, key), value) != true)
            {
                return Value.False;
            }
        }

        return Value.True;
    }
}
