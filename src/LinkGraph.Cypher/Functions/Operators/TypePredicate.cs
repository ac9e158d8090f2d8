using LinkGraph.Cypher.Syntax.Ast;
using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Operators;

/// <summary>value IS :: TYPE.</summary>
public static class TypePredicate
{
    /// <summary>Whether a value is of a type. Null is of every type that does not exclude it.</summary>
    public static bool Is(Value value, CypherType type) => type switch
    {
        UnionType union => union.Alternatives.Any(alternative => Is(value, alternative)),
        ListType list => value.Kind switch
        {
            ValueKind.Null => !list.NotNull,
            ValueKind.List => Array.TrueForAll(value.AsList(), item => Is(item, list.Item)),
            ValueKind.Bytes => Is(Value.Of(0L), list.Item),
            _ => false,
        },
        ScalarType scalar => Is(value, scalar),
        _ => throw new ArgumentException($"Not a type: {type}", nameof(type)),
    };

    /// <summary>Whether a property can hold a value: no map, no entity, and lists only of one kind and without nulls.</summary>
    public static bool IsStorable(Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path => false,
        ValueKind.List => IsStorable(value.AsList()),
        _ => true,
    };

    private static bool IsStorable(Value[] items) => Array.TrueForAll(
        items,
        item => IsStorable(item) && item.Kind is not (ValueKind.List or ValueKind.Bytes) && OrderComparer.Rank(item.Kind) == OrderComparer.Rank(items[0].Kind));

    private static bool Is(Value value, ScalarType type)
    {
        if (value.IsNull)
        {
            return !type.NotNull && type.Kind != CypherTypeKind.Nothing;
        }

        return type.Kind switch
        {
            CypherTypeKind.Any => true,
            CypherTypeKind.PropertyValue => IsStorable(value),
            CypherTypeKind.Boolean => value.Kind == ValueKind.Boolean,
            CypherTypeKind.String => value.Kind == ValueKind.String,
            CypherTypeKind.Integer => value.Kind == ValueKind.Integer,
            CypherTypeKind.Float => value.Kind == ValueKind.Float,
            CypherTypeKind.Date => value.Kind == ValueKind.Date,
            CypherTypeKind.LocalTime => value.Kind == ValueKind.LocalTime,
            CypherTypeKind.ZonedTime => value.Kind == ValueKind.Time,
            CypherTypeKind.LocalDateTime => value.Kind == ValueKind.LocalDateTime,
            CypherTypeKind.ZonedDateTime => value.Kind == ValueKind.ZonedDateTime,
            CypherTypeKind.Duration => value.Kind == ValueKind.Duration,
            CypherTypeKind.Point => value.Kind == ValueKind.Point,
            CypherTypeKind.Node => value.Kind == ValueKind.Node,
            CypherTypeKind.Relationship => value.Kind == ValueKind.Relationship,
            CypherTypeKind.Map => value.Kind == ValueKind.Map,
            CypherTypeKind.Path => value.Kind == ValueKind.Path,
            _ => false,
        };
    }
}
