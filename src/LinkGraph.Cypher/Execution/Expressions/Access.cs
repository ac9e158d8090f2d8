using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Execution.Expressions;

/// <summary>Properties, indexes and slices.</summary>
internal static class Access
{
    public static Value Property(ExecutionState state, Value subject, string key)
    {
        switch (subject.Kind)
        {
            case ValueKind.Null:
                return Value.Null;
            case ValueKind.Node:
                return state.View.PropertyKeys.Find(key) is var nodeKey and >= 0 ? state.View.NodeProperty(subject.AsNode(), nodeKey) : Missing(state, subject);
            case ValueKind.Relationship:
                return state.View.PropertyKeys.Find(key) is var edgeKey and >= 0
                    ? state.View.RelationshipProperty(subject.AsRelationship(), edgeKey)
                    : Missing(state, subject);
            case ValueKind.Map:
                return subject.AsMap()[key];
            default:
                return Calls.Component(subject, key);
        }
    }

    /// <summary>No key of that name is known; but what is deleted cannot be asked for one either.</summary>
    private static Value Missing(ExecutionState state, Value entity)
    {
        if (entity.Kind == ValueKind.Node)
        {
            state.View.NodeProperty(entity.AsNode(), 0);
        }
        else
        {
            state.View.RelationshipProperty(entity.AsRelationship(), 0);
        }

        return Value.Null;
    }

    /// <summary>All properties of a node or relationship, or a map as it is.</summary>
    /// <exception cref="CypherException">It is something else.</exception>
    public static MapValue Properties(ExecutionState state, Value subject)
    {
        switch (subject.Kind)
        {
            case ValueKind.Null:
                return MapValue.Empty;
            case ValueKind.Map:
                return subject.AsMap();
            case ValueKind.Node:
                var ofNode = new MapValue();
                foreach (var (key, value) in state.View.NodeProperties(subject.AsNode()))
                {
                    ofNode.With(state.View.PropertyKeys.Name(key), value);
                }

                return ofNode;
            case ValueKind.Relationship:
                var ofEdge = new MapValue();
                foreach (var (key, value) in state.View.RelationshipProperties(subject.AsRelationship()))
                {
                    ofEdge.With(state.View.PropertyKeys.Name(key), value);
                }

                return ofEdge;
            default:
                throw CypherErrors.Type($"Type mismatch: expected Map, Node or Relationship but was {TypeNames.Of(subject)}");
        }
    }

    public static Value HasProperties(ExecutionState state, Value entity, Value properties)
    {
        if (entity.IsNull || properties.IsNull)
        {
            return Value.Null;
        }

        foreach (var (key, value) in Properties(state, properties).Entries)
        {
            if (ValueEquality.Equals(Property(state, entity, key), value) != true)
            {
                return Value.False;
            }
        }

        return Value.True;
    }

    public static Value Index(ExecutionState state, Value subject, Value index)
    {
        if (subject.IsNull || index.IsNull)
        {
            return Value.Null;
        }

        if (subject.Kind == ValueKind.List)
        {
            if (!index.IsInteger)
            {
                throw CypherErrors.Type($"Cannot access a list by an index that is not an integer but {TypeNames.Of(index)}");
            }

            var (list, at) = (subject.AsList(), index.AsInteger());
            at = at < 0 ? at + list.Length : at;
            return at >= 0 && at < list.Length ? list[at] : Value.Null;
        }

        return subject.Kind is ValueKind.Map or ValueKind.Node or ValueKind.Relationship
            ? index.IsString ? Property(state, subject, index.AsString()) : throw CypherErrors.Type($"A key is a string, not a value of type {TypeNames.Of(index)}")
            : throw CypherErrors.Type($"Type mismatch: expected a list, a map, a node or a relationship but was {TypeNames.Of(subject)}");
    }

    public static Value Slice(Value subject, Value? from, Value? to)
    {
        if (subject.IsNull || from is { IsNull: true } || to is { IsNull: true })
        {
            return Value.Null;
        }

        var list = Lists.Of(subject)!;
        var (start, end) = (Place(from, 0, list.Length), Place(to, list.Length, list.Length));
        return start < end ? Value.List(list[start..end]) : Value.List();
    }

    private static int Place(Value? value, int otherwise, int length)
    {
        if (value is not { } given)
        {
            return otherwise;
        }

        var at = given.IsInteger ? given.AsInteger() : throw CypherErrors.Type($"A slice takes integers, not a value of type {TypeNames.Of(given)}");
        return (int)Math.Clamp(at < 0 ? at + length : at, 0, length);
    }
}
