using LinkGraph.Cypher.Functions.Temporal;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Operators;

/// <summary>Properties, and items and slices of lists. Null of null; what has no such thing is a TypeError.</summary>
public static class Access
{
    /// <summary>value.key for maps, nodes, relationships, temporal values, durations and points.</summary>
    public static Value Property(IGraphReader graph, Value value, string key) => value.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Map => value.AsMap()[key],
        ValueKind.Node => graph.NodeProperty(value.AsNode(), key),
        ValueKind.Relationship => graph.RelationshipProperty(value.AsRelationship(), key),
        ValueKind.Point => OfPoint(value.AsPoint(), key),
        ValueKind.Duration => TemporalComponents.Get(value, key),
        _ when TemporalParts.IsInstant(value) => TemporalComponents.Get(value, key),
        _ => throw CypherErrors.Type($"Type mismatch: expected a map but was {value.Kind} {value}"),
    };

    /// <summary>value[index]: a list by an integer, counted from its end below zero; what has properties by a string.</summary>
    public static Value Index(IGraphReader graph, Value value, Value index)
    {
        if (value.IsNull || index.IsNull)
        {
            return Value.Null;
        }

        if (value.Kind != ValueKind.List)
        {
            return index.IsString ? Property(graph, value, index.AsString())
                : throw CypherErrors.Type(value.Kind is ValueKind.Map or ValueKind.Node or ValueKind.Relationship
                    ? $"Cannot access a {value.Kind} using a non-string key: {index}"
                    : $"`{value}` is not a collection or a map. Element access is only possible by performing a collection "
                        + "lookup using an integer index, or by performing a map lookup using a string key");
        }

        if (!index.IsInteger)
        {
            throw CypherErrors.Type($"Cannot access a list '{value}' using a non-number index, got {index}");
        }

        var items = value.AsList();
        var at = index.AsInteger() < 0 ? index.AsInteger() + items.Length : index.AsInteger();
        return at >= 0 && at < items.Length ? items[at] : Value.Null;
    }

    /// <summary>list[from..to]; null stands for a bound that is null, a missing bound is given as the start or <see cref="long.MaxValue"/>.</summary>
    public static Value Slice(Value list, Value from, Value to)
    {
        if (list.IsNull || from.IsNull || to.IsNull)
        {
            return Value.Null;
        }

        var items = list.Kind == ValueKind.List ? list.AsList() : throw CypherErrors.Type($"Type mismatch: expected a List but was {list.Kind} {list}");
        var (start, end) = (Bound(from, items.Length), Bound(to, items.Length));
        return Value.List(start < end ? items[start..end] : []);
    }

    private static int Bound(Value bound, int length)
    {
        var at = bound.IsInteger ? bound.AsInteger() : throw CypherErrors.Type($"Type mismatch: expected Integer but was {bound.Kind} {bound}");
        return (int)Math.Clamp(at < 0 ? at + length : at, 0, length);
    }

    private static Value OfPoint(Point point, string key) => key switch
    {
        "x" => Value.Of(point.X),
        "y" => Value.Of(point.Y),
        "z" when point.HasZ => Value.Of(point.Z),
        "longitude" when point.IsGeographic => Value.Of(point.X),
        "latitude" when point.IsGeographic => Value.Of(point.Y),
        "height" when point is { IsGeographic: true, HasZ: true } => Value.Of(point.Z),
        "crs" => Value.Of(point.Crs),
        "srid" => Value.Of((long)point.Srid),
        "z" or "longitude" or "latitude" or "height" => throw CypherErrors.Argument($"Field: {key} is not available on point: {point}"),
        _ => throw CypherErrors.Argument($"No such field: {key}"),
    };
}
