using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>Operands of expressions: literals, names, calls and everything in brackets.</summary>
internal sealed partial class Parser
{
    private Expression ParseAtom()
    {
        var start = _at;
        switch (Now.Kind)
        {
            case TokenKind.Integer or TokenKind.Float:
                return ParseNumber(negative: false);
            case TokenKind.String:
                _at++;
                return new StringLiteral(_tokens[start].Text) { Span = From(start) };
            case TokenKind.Dollar:
                return ParseParameter();
            case TokenKind.OpenBrace:
                return ParseMap();
            case TokenKind.OpenBracket:
                return ParseListLike();
            case TokenKind.OpenParen:
                return ParseParenthesis();
            case TokenKind.Word:
                return ParseKeywordAtom() ?? ParseNamed();
            case TokenKind.QuotedName:
                return ParseNamed();
            default:
                throw Unexpected("an expression");
        }
    }

    private Literal ParseNumber(bool negative)
    {
        var start = _at;
        if (At(TokenKind.Integer))
        {
            var integer = NumberText.Integer(Now.Text, negative, out var error) ?? throw Error(error!, _at);
            _at++;
            return new IntegerLiteral(integer) { Span = From(start) };
        }
        var value = NumberText.Float(Now.Text, out var invalid) ?? throw Error(invalid!, _at);
        _at++;
        return new FloatLiteral(negative ? -value : value) { Span = From(start) };
    }

    private Parameter ParseParameter()
    {
        var start = _at++;
        if (!Now.IsName && !At(TokenKind.Integer)) throw Unexpected("an identifier or an integer value");
        _at++;
        return new Parameter(_tokens[_at - 1].Text) { Span = From(start) };
    }

    private MapLiteral ParseMap()
    {
        var start = _at++;
        SyntaxList<MapEntry> entries = [];
        if (!At(TokenKind.CloseBrace))
        {
            entries = ParseList(() =>
            {
                var entry = _at;
                var key = ParseName("an identifier or '}'");
                Expect(TokenKind.Colon, "':'");
                return new MapEntry(key, ParseExpression()) { Span = From(entry) };
            });
        }
        Expect(TokenKind.CloseBrace, "',' or '}'");
        return new MapLiteral(entries) { Span = From(start) };
    }

    private Expression ParseParenthesis()
    {
        var start = _at;
        Expression inner;
        if (AtPatternExpression()) inner = ParsePatternExpression();
        else
        {
            _at++;
            inner = ParseExpression();
            Expect(TokenKind.CloseParen, "')'");
        }
        // The span grows over the parentheses; the node stays what it is.
        return inner with { Span = From(start) };
    }

    private PatternExpression ParsePatternExpression()
    {
        var start = _at;
        var pattern = new PathPattern(null, null, ShortestFunction.None, ParseElements(quantified: false)) { Span = From(start) };
        return new PatternExpression(pattern) { Span = From(start) };
    }

    /// <summary>An expression that a keyword begins; null where the word is only a name.</summary>
    private Expression? ParseKeywordAtom()
    {
        var start = _at;
        if (Ahead(1).Kind == TokenKind.OpenParen) return ParseKeywordCall();
        if (Ahead(1).Kind == TokenKind.OpenBrace && AtSubquery()) return ParseSubquery();
        if (AtWord("CASE") && StartsExpression(_at + 1)) return ParseCase();
        Literal? literal = Now.Text.ToUpperInvariant() switch
        {
            "NULL" => new NullLiteral(),
            "TRUE" => new BooleanLiteral(true),
            "FALSE" => new BooleanLiteral(false),
            "NAN" => new FloatLiteral(double.NaN),
            "INF" or "INFINITY" => new FloatLiteral(double.PositiveInfinity),
            _ => null,
        };
        if (literal is null) return null;
        _at++;
        return literal with { Span = From(start) };
    }

    /// <summary>Calls with a syntax of their own; null for any other function.</summary>
    private Expression? ParseKeywordCall()
    {
        if (ShortestFunctionHere() != ShortestFunction.None)
        {
            var start = _at;
            var (function, elements) = ParseShortest();
            return new PatternExpression(new PathPattern(null, null, function, elements) { Span = From(start) }) { Span = From(start) };
        }
        switch (Now.Text.ToUpperInvariant())
        {
            case "COUNT" when Ahead(2).Kind == TokenKind.Star && Ahead(3).Kind == TokenKind.CloseParen:
                var count = _at;
                _at += 4;
                return new CountStar { Span = From(count) };
            case "ALL" when AtScoped():
                return ParseQuantifier(QuantifierKind.All);
            case "ANY" when AtScoped():
                return ParseQuantifier(QuantifierKind.Any);
            case "NONE" when AtScoped():
                return ParseQuantifier(QuantifierKind.None);
            case "SINGLE" when AtScoped():
                return ParseQuantifier(QuantifierKind.Single);
            case "REDUCE" when Ahead(2).IsName && Ahead(3).Kind == TokenKind.Equal:
                return ParseReduce();
            case "TRIM":
                return ParseTrim();
            case "NORMALIZE":
                return ParseNormalize();
            case "CASE":
                return ParseCase();
            default:
                return null;
        }
    }

    private bool AtScoped() => Ahead(2).IsName && Ahead(3).Is("IN");

    private Expression ParseNamed()
    {
        if (FunctionParenthesis(_at) >= 0) return ParseFunction();
        var variable = ParseVariable();
        return At(TokenKind.OpenBrace) ? ParseMapProjection(variable) : variable;
    }

    private FunctionInvocation ParseFunction()
    {
        var start = _at;
        var names = new List<string> { ParseName() };
        while (Take(TokenKind.Dot)) names.Add(ParseName());
        Expect(TokenKind.OpenParen, "'('");
        var distinct = AtWord("DISTINCT") && StartsExpression(_at + 1) && TakeWord("DISTINCT");
        if (!distinct && AtWord("ALL") && StartsExpression(_at + 1)
            && Ahead(1).Kind is not (TokenKind.OpenParen or TokenKind.OpenBrace or TokenKind.OpenBracket))
            TakeWord("ALL");
        SyntaxList<Expression> arguments = At(TokenKind.CloseParen) ? [] : ParseList(ParseExpression);
        Expect(TokenKind.CloseParen, "',' or ')'");
        return new FunctionInvocation([.. names.Take(names.Count - 1)], names[^1], distinct, arguments) { Span = From(start) };
    }

    /// <summary>
    /// <c>trim(s)</c> is a function like others; <c>trim(LEADING x FROM s)</c> and its like say what ltrim(s, x), rtrim and btrim say.
    /// </summary>
    private FunctionInvocation? ParseTrim()
    {
        var start = _at;
        string[] sides = ["LEADING", "TRAILING", "BOTH"];
        var side = Array.Find(sides, s => Ahead(2).Is(s));
        var sided = side is not null && StartsExpression(_at + 3);
        var from = Ahead(2).Is("FROM") && StartsExpression(_at + 3);
        if (!sided && !from && !HasWord(_at + 1, "FROM")) return null;
        _at += sided ? 3 : 2;
        var characters = AtWord("FROM") && StartsExpression(_at + 1) ? null : ParseExpression();
        ExpectWord("FROM");
        var source = ParseExpression();
        Expect(TokenKind.CloseParen, "')'");
        var name = !sided || side == "BOTH" ? "btrim" : side == "LEADING" ? "ltrim" : "rtrim";
        SyntaxList<Expression> arguments = characters is null ? [source] : [source, characters];
        return new FunctionInvocation([], name, false, arguments) { Span = From(start) };
    }

    /// <summary>Whether a word stands between a bracket and its partner, inner brackets and names behind a dot left out.</summary>
    private bool HasWord(int open, string word)
    {
        var end = _tokens.Partner(open);
        for (var i = open + 1; i < end; i++)
        {
            if (_tokens[i].Is(word) && i > open + 1
                && _tokens.Kind(i - 1) is not (TokenKind.Dot or TokenKind.Comma or TokenKind.Dollar)) return true;
            if (_tokens.Partner(i) > i) i = _tokens.Partner(i);
        }
        return false;
    }

    /// <summary><c>normalize(s, NFD)</c>: the normal form is a word, which becomes a string argument.</summary>
    private FunctionInvocation ParseNormalize()
    {
        var start = _at;
        var name = ParseName();
        _at++;
        var arguments = new List<Expression>();
        if (!At(TokenKind.CloseParen)) arguments.Add(ParseExpression());
        while (Take(TokenKind.Comma))
        {
            if (AtWord("NFC") || AtWord("NFD") || AtWord("NFKC") || AtWord("NFKD"))
            {
                arguments.Add(new StringLiteral(Now.Text.ToUpperInvariant()) { Span = Now.Span });
                _at++;
            }
            else arguments.Add(ParseExpression());
        }
        Expect(TokenKind.CloseParen, "',' or ')'");
        return new FunctionInvocation([], name, false, [.. arguments]) { Span = From(start) };
    }
}
