using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>Expressions that bring variables of their own: comprehensions, reduce, quantifiers, projections, subqueries, CASE.</summary>
internal sealed partial class Parser
{
    private Expression ParseListLike()
    {
        if (AtListComprehension()) return ParseListComprehension();
        if (AtPatternComprehension()) return ParsePatternComprehension();
        var start = _at++;
        SyntaxList<Expression> items = At(TokenKind.CloseBracket) ? [] : ParseList(ParseExpression);
        Expect(TokenKind.CloseBracket, "',' or ']'");
        return new ListLiteral(items) { Span = From(start) };
    }

    private ListComprehension ParseListComprehension()
    {
        var start = _at;
        var outerBar = _projectionBar;
        _projectionBar = ProjectionBar(_at);
        _at++;
        var variable = ParseVariable();
        ExpectWord("IN");
        var list = ParseExpression();
        var where = ParseWhere();
        _projectionBar = outerBar;
        var projection = Take(TokenKind.Bar) ? ParseExpression() : null;
        Expect(TokenKind.CloseBracket, "'WHERE', '|' or ']'");
        return new ListComprehension(variable, list, where, projection) { Span = From(start) };
    }

    private PatternComprehension ParsePatternComprehension()
    {
        var start = _at;
        var outerBar = _projectionBar;
        _projectionBar = ProjectionBar(_at);
        _at++;
        var path = _at;
        Variable? variable = null;
        if (Now.IsName)
        {
            variable = ParseVariable();
            Expect(TokenKind.Equal, "'='");
        }
        var pattern = new PathPattern(variable, null, ShortestFunction.None, ParseElements(quantified: false)) { Span = From(path) };
        var where = ParseWhere();
        _projectionBar = outerBar;
        Expect(TokenKind.Bar, "'|'");
        var projection = ParseExpression();
        Expect(TokenKind.CloseBracket, "']'");
        return new PatternComprehension(pattern, where, projection) { Span = From(start) };
    }

    private QuantifierExpression ParseQuantifier(QuantifierKind kind)
    {
        var start = _at;
        var name = Now.Text;
        _at += 2;
        var variable = ParseVariable();
        ExpectWord("IN");
        var list = ParseExpression();
        var where = ParseWhere() ?? throw Error($"{name.ToLowerInvariant()}(...) requires a WHERE predicate", start);
        Expect(TokenKind.CloseParen, "')'");
        return new QuantifierExpression(kind, variable, list, where) { Span = From(start) };
    }

    private ReduceExpression ParseReduce()
    {
        var start = _at;
        _at += 2;
        var outerBar = _projectionBar;
        _projectionBar = FirstBar(_at);
        var accumulator = ParseVariable();
        Expect(TokenKind.Equal, "'='");
        var initial = ParseExpression();
        Expect(TokenKind.Comma, "','");
        var variable = ParseVariable();
        ExpectWord("IN");
        var list = ParseExpression();
        _projectionBar = outerBar;
        Expect(TokenKind.Bar, "'|'");
        var body = ParseExpression();
        Expect(TokenKind.CloseParen, "')'");
        return new ReduceExpression(accumulator, initial, variable, list, body) { Span = From(start) };
    }

    private MapProjection ParseMapProjection(Variable variable)
    {
        var start = _at - 1;
        _at++;
        SyntaxList<MapProjectionItem> items = At(TokenKind.CloseBrace) ? [] : ParseList(ParseMapProjectionItem);
        Expect(TokenKind.CloseBrace, "',' or '}'");
        return new MapProjection(variable, items) { Span = From(start) };
    }

    private MapProjectionItem ParseMapProjectionItem()
    {
        var start = _at;
        if (Take(TokenKind.Dot))
        {
            if (Take(TokenKind.Star)) return new ProjectedAll { Span = From(start) };
            return new ProjectedProperty(ParseName("an identifier or '*'")) { Span = From(start) };
        }
        var name = ParseName("'.', an identifier or '}'");
        var span = From(start);
        if (!Take(TokenKind.Colon)) return new ProjectedVariable(new Variable(name) { Span = span }) { Span = span };
        return new ProjectedEntry(name, ParseExpression()) { Span = From(start) };
    }

    /// <summary>Whether braces behind EXISTS, COUNT or COLLECT hold a query, rather than a projection of a variable of that name.</summary>
    private bool AtSubquery()
    {
        if (!AtWord("EXISTS") && !AtWord("COUNT") && !AtWord("COLLECT")) return false;
        var (first, second) = (Ahead(2), Ahead(3).Kind);
        if (first.Kind is TokenKind.Dot or TokenKind.CloseBrace) return false;
        return !first.IsName || second is not (TokenKind.Comma or TokenKind.Colon or TokenKind.CloseBrace);
    }

    private Expression ParseSubquery()
    {
        Enter();
        var start = _at;
        var (outerBar, outerColon) = (_projectionBar, _colonAndAllowed);
        _colonAndAllowed = true;
        var word = Now.Text.ToUpperInvariant();
        _at += 2;
        var query = word != "COLLECT" && AtBarePattern() ? ParseBarePattern() : ParseQuery();
        Expect(TokenKind.CloseBrace, "a clause or '}'");
        (_projectionBar, _colonAndAllowed) = (outerBar, outerColon);
        Leave();
        return word switch
        {
            "EXISTS" => new ExistsExpression(query) { Span = From(start) },
            "COUNT" => new CountExpression(query) { Span = From(start) },
            _ => new CollectExpression(query) { Span = From(start) },
        };
    }

    private bool AtBarePattern() =>
        At(TokenKind.OpenParen) || (Now.IsName && Ahead(1).Kind == TokenKind.Equal) || ShortestFunctionHere() != ShortestFunction.None
        || AtWord("ANY") || AtWord("ALL") || AtWord("SHORTEST") || AtWord("REPEATABLE") || AtWord("DIFFERENT");

    private Query ParseBarePattern()
    {
        var start = _at;
        RejectMatchMode();
        var patterns = ParseList(ParsePathPattern);
        CheckMatched(patterns);
        var match = new MatchClause(false, patterns, [], ParseWhere()) { Span = From(start) };
        return new Query(new SingleQuery([match]) { Span = From(start) }, []) { Span = From(start) };
    }

    private Expression ParseCase()
    {
        var start = _at++;
        var subject = AtWord("WHEN") ? null : ParseExpression();
        var searched = new List<CaseBranch>();
        var simple = new List<SimpleCaseBranch>();
        if (!AtWord("WHEN")) throw Unexpected("'WHEN'");
        while (AtWord("WHEN"))
        {
            var branch = _at++;
            if (subject is null)
            {
                var condition = ParseExpression();
                ExpectWord("THEN");
                searched.Add(new CaseBranch(condition, ParseExpression()) { Span = From(branch) });
            }
            else
            {
                var tests = ParseList(ParseCaseTest);
                if (!TakeWord("THEN")) throw Unexpected("',' or 'THEN'");
                simple.Add(new SimpleCaseBranch(tests, ParseExpression()) { Span = From(branch) });
            }
        }
        var otherwise = TakeWord("ELSE") ? ParseExpression() : null;
        ExpectWord("END");
        return subject is null
            ? new SearchedCase([.. searched], otherwise) { Span = From(start) }
            : new SimpleCase(subject, [.. simple], otherwise) { Span = From(start) };
    }

    private Expression ParseCaseTest()
    {
        var start = _at;
        var subject = new CaseSubject { Span = Now.Span with { Length = 0 } };
        if (ComparisonHere() is { } comparison)
        {
            _at++;
            return Compared(subject, comparison, ParsePredicate(), start);
        }
        if (At(TokenKind.RegexMatch) || At(TokenKind.DoubleColon) || AtWord("STARTS", "WITH") || AtWord("ENDS", "WITH")
            || (AtWord("IS") && Ahead(1) is { } next && (next.Is("NULL") || next.Is("NOT") || next.Is("TYPED") || next.Is("NORMALIZED")
                || next.Kind == TokenKind.DoubleColon || Ahead(2).Is("NORMALIZED"))))
            return ParsePredicateOver(subject, start);
        return Compared(subject, ComparisonOperator.Equal, ParseExpression(), start);
    }

    private ComparisonExpression Compared(CaseSubject subject, ComparisonOperator comparison, Expression operand, int start) =>
        new(subject, [new ComparisonPart(comparison, operand) { Span = From(start) }]) { Span = From(start) };
}
