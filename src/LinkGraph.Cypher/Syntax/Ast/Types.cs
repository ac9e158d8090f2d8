namespace LinkGraph.Cypher.Syntax.Ast;

public enum CypherTypeKind
{
    Nothing,
    Null,
    Boolean,
    String,
    Integer,
    Float,
    Date,
    LocalTime,
    ZonedTime,
    LocalDateTime,
    ZonedDateTime,
    Duration,
    Point,
    Node,
    Relationship,
    Map,
    Path,
    PropertyValue,
    Any,
}

/// <summary>A type as written in a type predicate or a constraint. Null belongs to it unless <paramref name="NotNull"/>.</summary>
public abstract record CypherType(bool NotNull) : SyntaxNode;

public sealed record ScalarType(CypherTypeKind Kind, bool NotNull) : CypherType(NotNull);

public sealed record ListType(CypherType Item, bool NotNull) : CypherType(NotNull);

/// <summary><c>INTEGER | FLOAT</c>, <c>ANY&lt;INTEGER | FLOAT&gt;</c>; each alternative says for itself whether it takes null.</summary>
public sealed record UnionType(SyntaxList<CypherType> Alternatives) : CypherType(false);
