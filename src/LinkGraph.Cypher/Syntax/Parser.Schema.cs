using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private bool AtSchemaCommand()
    {
        if (!AtWord("CREATE") && !AtWord("DROP")) return false;
        var index = Ahead(1).Is("OR") && Ahead(2).Is("REPLACE") ? 3 : 1;
        if (Ahead(index).Is("CONSTRAINT") || Ahead(index).Is("INDEX")) return Ahead(index + 1).Kind != TokenKind.Equal;
        return Ahead(index + 1).Is("INDEX") && IndexKindOf(Ahead(index)) is not null;
    }

    private static IndexKind? IndexKindOf(Token token) =>
        token.Is("RANGE") ? IndexKind.Range
        : token.Is("TEXT") ? IndexKind.Text
        : token.Is("POINT") ? IndexKind.Point
        : token.Is("FULLTEXT") ? IndexKind.Fulltext
        : token.Is("VECTOR") ? IndexKind.Vector
        : token.Is("LOOKUP") ? IndexKind.Lookup
        : token.Is("BTREE") ? IndexKind.Default
        : null;

    private SchemaCommand ParseSchemaCommand()
    {
        var create = AtWord("CREATE");
        _at++;
        if (AtWord("OR", "REPLACE")) throw Error("`OR REPLACE` cannot be used together with this command.", _at);
        if (AtWord("CONSTRAINT"))
        {
            _at++;
            return create ? ParseCreateConstraint() : ParseDropConstraint();
        }
        if (AtWord("BTREE")) throw Error("B-tree indexes are no longer supported. Use RANGE, TEXT or POINT instead.", _at);
        var kind = IndexKindOf(Now) ?? IndexKind.Default;
        if (kind != IndexKind.Default) _at++;
        if (!create && kind != IndexKind.Default) throw Unexpected("'INDEX'");
        ExpectWord("INDEX");
        return create ? ParseCreateIndex(kind) : new DropIndex(ParseSchemaName(), TakeIfExists());
    }

    private DropConstraint ParseDropConstraint()
    {
        if (AtWord("ON"))
        {
            throw Error(
                "Constraints cannot be dropped by schema, please drop by name instead: DROP CONSTRAINT constraint_name. "
                + "The constraint name can be found using SHOW CONSTRAINTS.", _at);
        }
        return new DropConstraint(ParseSchemaName(), TakeIfExists());
    }

    private bool TakeIfExists() => TakeWord("IF", "EXISTS");

    private bool TakeIfNotExists()
    {
        if (!AtWord("IF", "NOT")) return false;
        _at += 2;
        ExpectWord("EXISTS");
        return true;
    }

    private SchemaName ParseSchemaName()
    {
        var start = _at;
        var parameter = At(TokenKind.Dollar) ? ParseParameter() : null;
        var text = parameter is null ? ParseName("a name or a parameter") : null;
        return new SchemaName(text, parameter) { Span = From(start) };
    }

    private SchemaName? ParseOptionalSchemaName()
    {
        var unnamed = (AtWord("FOR") && Ahead(1).Kind == TokenKind.OpenParen)
            || AtWord("IF", "NOT")
            || (AtWord("ON") && Ahead(1).Kind is TokenKind.OpenParen or TokenKind.Colon);
        return unnamed ? null : ParseSchemaName();
    }

    private CreateIndex ParseCreateIndex(IndexKind kind)
    {
        var name = ParseOptionalSchemaName();
        var ifNotExists = TakeIfNotExists();
        if (AtWord("ON")) throw Error("Invalid create index syntax, use `CREATE INDEX FOR ...` instead.", _at);
        ExpectWord("FOR");
        var entity = ParseSchemaEntity(kind);
        ExpectWord("ON");
        SyntaxList<PropertyAccess> properties = [];
        if (kind == IndexKind.Lookup) ParseLookupFunction(entity);
        else if (kind == IndexKind.Fulltext)
        {
            ExpectWord("EACH");
            Expect(TokenKind.OpenBracket, "'['");
            properties = ParseList(ParseSchemaProperty);
            Expect(TokenKind.CloseBracket, "',' or ']'");
        }
        else properties = ParseSchemaProperties();
        return new CreateIndex(kind, name, ifNotExists, entity, properties, ParseOptionMap());
    }

    /// <summary><c>ON EACH labels(n)</c> or <c>ON EACH type(r)</c>, which says nothing the entity does not say.</summary>
    private void ParseLookupFunction(SchemaEntity entity)
    {
        TakeWord("EACH");
        ExpectWord(entity.IsRelationship ? "type" : "labels");
        Expect(TokenKind.OpenParen, "'('");
        if (!Now.IsName || Now.Text != entity.Variable.Name) throw Unexpected($"'{entity.Variable.Name}'");
        _at++;
        Expect(TokenKind.CloseParen, "')'");
    }

    private Expression? ParseOptionMap()
    {
        if (!TakeWord("OPTIONS")) return null;
        return At(TokenKind.Dollar) ? ParseParameter() : At(TokenKind.OpenBrace) ? ParseMap() : throw Unexpected("'{' or a parameter");
    }

    private SchemaEntity ParseSchemaEntity(IndexKind kind)
    {
        var start = _at;
        Expect(TokenKind.OpenParen, "'('");
        if (!Take(TokenKind.CloseParen))
        {
            var node = ParseSchemaSubject(false, kind, start);
            Expect(TokenKind.CloseParen, "')'");
            return node with { Span = From(start) };
        }
        Take(TokenKind.Less);
        ExpectArrowLine();
        Expect(TokenKind.OpenBracket, "'['");
        var relationship = ParseSchemaSubject(true, kind, start);
        Expect(TokenKind.CloseBracket, "']'");
        ExpectArrowLine();
        Take(TokenKind.Greater);
        Expect(TokenKind.OpenParen, "'('");
        Expect(TokenKind.CloseParen, "')'");
        return relationship with { Span = From(start) };
    }

    private SchemaEntity ParseSchemaSubject(bool relationship, IndexKind kind, int start)
    {
        var variable = ParseVariable();
        if (kind == IndexKind.Lookup) return new SchemaEntity(relationship, variable, []);
        if (!Take(TokenKind.Colon)) throw Unexpected("':'");
        var names = new List<string> { ParseName() };
        while (kind == IndexKind.Fulltext && Take(TokenKind.Bar)) names.Add(ParseName());
        return new SchemaEntity(relationship, variable, [.. names]) { Span = From(start) };
    }

    private SyntaxList<PropertyAccess> ParseSchemaProperties()
    {
        if (!Take(TokenKind.OpenParen)) return [ParseSchemaProperty()];
        var properties = ParseList(ParseSchemaProperty);
        Expect(TokenKind.CloseParen, "',' or ')'");
        return properties;
    }

    private PropertyAccess ParseSchemaProperty()
    {
        var start = _at;
        var variable = ParseVariable();
        Expect(TokenKind.Dot, "'.'");
        return new PropertyAccess(variable, ParseName()) { Span = From(start) };
    }

    private CreateConstraint ParseCreateConstraint()
    {
        var name = ParseOptionalSchemaName();
        var ifNotExists = TakeIfNotExists();
        if (AtWord("ON"))
        {
            throw Error(
                "Invalid constraint syntax, ON and ASSERT should not be used. Replace ON with FOR and ASSERT with REQUIRE.", _at);
        }
        ExpectWord("FOR");
        var entity = ParseSchemaEntity(IndexKind.Default);
        ExpectWord("REQUIRE");
        var properties = ParseSchemaProperties();
        var (kind, type) = ParseConstraintKind(entity.IsRelationship);
        return new CreateConstraint(name, ifNotExists, entity, properties, kind, type, ParseOptionMap());
    }

    private (ConstraintKind Kind, CypherType? Type) ParseConstraintKind(bool relationship)
    {
        if (Take(TokenKind.DoubleColon)) return (ConstraintKind.Typed, ParseType());
        ExpectWord("IS");
        if (Take(TokenKind.DoubleColon) || TakeWord("TYPED")) return (ConstraintKind.Typed, ParseType());
        if (TakeWord("NOT", "NULL")) return (ConstraintKind.NotNull, null);
        if (AtWord("NODE") || AtWord("RELATIONSHIP") || AtWord("REL"))
        {
            if (AtWord("NODE") == relationship)
                throw Error($"A constraint on a {(relationship ? "relationship" : "node")} cannot be of this kind", _at);
            _at++;
        }
        if (TakeWord("UNIQUE")) return (ConstraintKind.Unique, null);
        return TakeWord("KEY") ? (ConstraintKind.Key, null) : throw Unexpected("'UNIQUE', 'KEY', 'NOT NULL', 'TYPED' or '::'");
    }
}
