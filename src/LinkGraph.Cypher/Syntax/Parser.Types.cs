using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private CypherType ParseType()
    {
        Enter();
        var start = _at;
        var first = ParseTypePart();
        List<CypherType>? parts = null;
        while (At(TokenKind.Bar) && _at != _projectionBar)
        {
            _at++;
            (parts ??= [first]).Add(ParseTypePart());
        }
        Leave();
        return parts is null ? first : new UnionType([.. parts]) { Span = From(start) };
    }

    private CypherType ParseTypePart()
    {
        var start = _at;
        var type = ParseTypeName();
        type = type with { NotNull = ParseNotNull() || type.NotNull, Span = From(start) };
        while (TakeAnyWord("LIST", "ARRAY"))
        {
            Grow();
            type = new ListType(type, ParseNotNull()) { Span = From(start) };
        }
        return type;
    }

    private bool ParseNotNull() => Take(TokenKind.Exclamation) || TakeWord("NOT", "NULL");

    private CypherType ParseTypeName()
    {
        if (TakeAnyWord("LIST", "ARRAY"))
        {
            Expect(TokenKind.Less, "'<'");
            var item = ParseType();
            Expect(TokenKind.Greater, "'>'");
            return new ListType(item, false);
        }
        if (TakeWord("ANY")) return ParseAnyType();
        var kind = ParseTypeKind() ?? throw Unexpected("the name of a type");
        return new ScalarType(kind, false);
    }

    /// <summary><c>ANY</c>, <c>ANY VALUE</c>, <c>ANY NODE</c>, <c>ANY&lt;A | B&gt;</c> and so on; ANY is read already.</summary>
    private CypherType ParseAnyType()
    {
        if (AtWord("NODE") || AtWord("VERTEX") || AtWord("RELATIONSHIP") || AtWord("EDGE") || AtWord("MAP") || AtWord("PROPERTY", "VALUE"))
            return new ScalarType(ParseTypeKind()!.Value, false);
        TakeWord("VALUE");
        // In x IS :: ANY < 3 the sign compares.
        if (!At(TokenKind.Less) || AfterInner(_at) == _at) return new ScalarType(CypherTypeKind.Any, false);
        _at++;
        var union = ParseType();
        Expect(TokenKind.Greater, "'>'");
        return union;
    }

    private CypherTypeKind? ParseTypeKind()
    {
        if (TakeWord("NOTHING")) return CypherTypeKind.Nothing;
        if (TakeWord("NULL")) return CypherTypeKind.Null;
        if (TakeAnyWord("BOOLEAN", "BOOL")) return CypherTypeKind.Boolean;
        if (TakeAnyWord("STRING", "VARCHAR")) return CypherTypeKind.String;
        if (TakeAnyWord("INTEGER", "INT") || TakeWord("SIGNED", "INTEGER")) return CypherTypeKind.Integer;
        if (TakeWord("FLOAT")) return CypherTypeKind.Float;
        if (TakeWord("DATE")) return CypherTypeKind.Date;
        if (TakeWord("LOCAL", "TIME")) return CypherTypeKind.LocalTime;
        if (TakeWord("LOCAL", "DATETIME")) return CypherTypeKind.LocalDateTime;
        if (TakeWord("ZONED", "TIME")) return CypherTypeKind.ZonedTime;
        if (TakeWord("ZONED", "DATETIME")) return CypherTypeKind.ZonedDateTime;
        if (TakeWord("TIME")) return ParseZoned() ? CypherTypeKind.ZonedTime : CypherTypeKind.LocalTime;
        if (TakeWord("TIMESTAMP")) return ParseZoned() ? CypherTypeKind.ZonedDateTime : CypherTypeKind.LocalDateTime;
        if (TakeWord("DURATION")) return CypherTypeKind.Duration;
        if (TakeWord("POINT")) return CypherTypeKind.Point;
        if (TakeAnyWord("NODE", "VERTEX")) return CypherTypeKind.Node;
        if (TakeAnyWord("RELATIONSHIP", "EDGE")) return CypherTypeKind.Relationship;
        if (TakeWord("MAP")) return CypherTypeKind.Map;
        if (TakeAnyWord("PATH", "PATHS")) return CypherTypeKind.Path;
        return TakeWord("PROPERTY", "VALUE") ? CypherTypeKind.PropertyValue : null;
    }

    /// <summary><c>WITH TIME ZONE</c> or <c>WITHOUT TIMEZONE</c>.</summary>
    private bool ParseZoned()
    {
        var zoned = TakeWord("WITH");
        if (!zoned && !TakeWord("WITHOUT")) throw Unexpected("'WITH' or 'WITHOUT'");
        if (!TakeWord("TIMEZONE") && !TakeWord("TIME", "ZONE")) throw Unexpected("'TIME ZONE' or 'TIMEZONE'");
        return zoned;
    }
}
