using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private PathPattern ParsePathPattern()
    {
        var start = _at;
        Variable? variable = null;
        if (Now.IsName && Ahead(1).Kind == TokenKind.Equal)
        {
            variable = ParseVariable();
            _at++;
        }
        var selector = ParseSelector();
        if (ShortestFunctionHere() != ShortestFunction.None)
        {
            if (selector is not null)
                throw Error("Mixing shortestPath/allShortestPaths with path selectors (e.g. 'ANY SHORTEST') is not allowed.", _at);
            var (function, wrapped) = ParseShortest();
            return new PathPattern(variable, null, function, wrapped) { Span = From(start) };
        }
        return new PathPattern(variable, selector, ShortestFunction.None, ParseElements(quantified: true)) { Span = From(start) };
    }

    private ShortestFunction ShortestFunctionHere() =>
        Ahead(1).Kind != TokenKind.OpenParen ? ShortestFunction.None
        : AtWord("shortestPath") ? ShortestFunction.ShortestPath
        : AtWord("allShortestPaths") ? ShortestFunction.AllShortestPaths
        : ShortestFunction.None;

    /// <summary><c>shortestPath(…)</c>, as a pattern or as an expression.</summary>
    private (ShortestFunction Function, SyntaxList<PathElement> Elements) ParseShortest()
    {
        var function = ShortestFunctionHere();
        _at += 2;
        var elements = ParseElements(quantified: false);
        Expect(TokenKind.CloseParen, "')'");
        return (function, elements);
    }

    /// <summary>What stands before a path: <c>ANY</c>, <c>ALL SHORTEST</c>, <c>SHORTEST 2 PATH GROUPS</c> and so on.</summary>
    private PathSelector? ParseSelector()
    {
        var start = _at;
        PathSelectorKind kind;
        var count = 1L;
        if (TakeWord("ALL")) kind = TakeWord("SHORTEST") ? PathSelectorKind.AllShortest : PathSelectorKind.All;
        else if (TakeWord("ANY"))
        {
            kind = TakeWord("SHORTEST") ? PathSelectorKind.Shortest : PathSelectorKind.Any;
            if (kind == PathSelectorKind.Any && At(TokenKind.Integer)) count = ParseCount();
        }
        else if (TakeWord("SHORTEST"))
        {
            if (At(TokenKind.Integer)) count = ParseCount();
            var counted = _at > start + 1;
            TakeAnyWord("PATHS", "PATH");
            kind = TakeAnyWord("GROUPS", "GROUP") ? PathSelectorKind.ShortestGroups : PathSelectorKind.Shortest;
            if (kind == PathSelectorKind.Shortest && !counted) throw Unexpected("'GROUP', 'GROUPS' or an integer value");
            return Selected(kind, count, start);
        }
        else return null;
        TakeAnyWord("PATHS", "PATH");
        return Selected(kind, count, start);
    }

    private PathSelector Selected(PathSelectorKind kind, long count, int start)
    {
        if (count < 1) throw Error("The path count needs to be greater than 0.", start);
        return new PathSelector(kind, count) { Span = From(start) };
    }

    /// <summary>
    /// Nodes, relationships and (where <paramref name="quantified"/>) parenthesized paths, one after the other.
    /// A relationship stands between two nodes.
    /// </summary>
    private SyntaxList<PathElement> ParseElements(bool quantified)
    {
        if (!At(TokenKind.OpenParen)) throw Unexpected("a graph pattern");
        var elements = new List<PathElement>();
        do
        {
            if (quantified && AtParenthesizedPath()) elements.Add(ParseParenthesizedPath());
            else
            {
                var node = _at;
                elements.Add(ParseNode());
                while (quantified ? AtRelationship() : AfterStep(node) >= 0)
                {
                    elements.Add(ParseRelationship(quantified));
                    if (!At(TokenKind.OpenParen) || AtParenthesizedPath()) throw Unexpected("a node pattern");
                    node = _at;
                    elements.Add(ParseNode());
                }
            }
        }
        while (quantified && At(TokenKind.OpenParen));
        if (elements.Count > 1) CheckJuxtaposition(elements);
        return [.. elements];
    }

    /// <summary>Two paths may stand side by side only where one of them is quantified.</summary>
    private void CheckJuxtaposition(List<PathElement> elements)
    {
        for (var i = 1; i < elements.Count; i++)
        {
            var (left, right) = (elements[i - 1], elements[i]);
            if (left is RelationshipPattern || right is RelationshipPattern) continue;
            if (left is ParenthesizedPath { Quantifier: not null } || right is ParenthesizedPath { Quantifier: not null }) continue;
            throw CypherErrors.Syntax(
                "Juxtaposition is currently only supported for quantified path patterns.", _text, right.Span.Start);
        }
    }

    private ParenthesizedPath ParseParenthesizedPath()
    {
        Enter();
        var start = _at++;
        if (Now.IsName)
        {
            throw Error(
                Ahead(1).Kind == TokenKind.Equal
                    ? "Assigning a path inside a parenthesized path pattern is not yet supported."
                    : "Path selectors are not supported within parenthesized path patterns.",
                _at);
        }
        var elements = ParseElements(quantified: true);
        var where = ParseWhere();
        Expect(TokenKind.CloseParen, "')'");
        var quantifier = ParseQuantifier();
        if (quantifier is not null) CheckQuantified(elements, start);
        Leave();
        return new ParenthesizedPath(elements, where, quantifier) { Span = From(start) };
    }

    private void CheckQuantified(SyntaxList<PathElement> elements, int start)
    {
        var relationships = 0;
        foreach (var element in elements)
        {
            if (element is ParenthesizedPath { Quantifier: not null } or RelationshipPattern { Quantifier: not null })
                throw CypherErrors.Syntax("Quantified path patterns are not allowed to be nested.", _text, element.Span.Start);
            if (element is RelationshipPattern { Length: not null })
            {
                throw CypherErrors.Syntax(
                    "Variable length relationships cannot be part of a quantified path pattern.", _text, element.Span.Start);
            }
            if (element is RelationshipPattern or ParenthesizedPath) relationships++;
        }
        if (relationships == 0) throw Error("A quantified path pattern needs to have at least one relationship.", start);
    }

    private PathQuantifier? ParseQuantifier()
    {
        var start = _at;
        if (Take(TokenKind.Plus)) return new PathQuantifier(1, null) { Span = From(start) };
        if (Take(TokenKind.Star)) return new PathQuantifier(0, null) { Span = From(start) };
        if (!Take(TokenKind.OpenBrace)) return null;
        long? minimum = At(TokenKind.Integer) ? ParseCount() : null;
        var maximum = minimum;
        if (Take(TokenKind.Comma)) maximum = At(TokenKind.Integer) ? ParseCount() : null;
        else if (minimum is null) throw Unexpected("',' or an integer value");
        Expect(TokenKind.CloseBrace, "'}'");
        if (minimum > maximum)
            throw Error("A quantifier for a path pattern must not have a lower bound which exceeds its upper bound.", start);
        if (maximum == 0) throw Error("A quantifier for a path pattern must not be limited by 0.", start);
        return new PathQuantifier(minimum ?? 0, maximum) { Span = From(start) };
    }

    private NodePattern ParseNode()
    {
        var start = _at;
        Expect(TokenKind.OpenParen, "'('");
        var variable = AtPatternVariable() ? ParseVariable() : null;
        var labels = ParsePatternLabels(types: false);
        var properties = ParsePatternProperties();
        var where = ParseWhere();
        Expect(TokenKind.CloseParen, "a label, a property map, WHERE or ')'");
        return new NodePattern(variable, labels, properties, where) { Span = From(start) };
    }

    /// <summary>Whether the name here is the variable, rather than IS or WHERE of a pattern without one.</summary>
    private bool AtPatternVariable()
    {
        if (!Now.IsName) return false;
        var next = Ahead(1);
        if (AtWord("IS") && next.Is("IS")) return Ahead(2).Kind != TokenKind.CloseParen;
        if (AtWord("IS"))
        {
            return !next.IsName
                && next.Kind is not (TokenKind.Exclamation or TokenKind.Percent or TokenKind.OpenParen or TokenKind.Dollar);
        }
        return !AtWord("WHERE") || !StartsExpression(_at + 1) || next.Is("WHERE") || next.Is("IS") || next.Kind == TokenKind.OpenBrace;
    }

    private Expression? ParsePatternProperties() =>
        At(TokenKind.OpenBrace) ? ParseMap() : At(TokenKind.Dollar) ? ParseParameter() : null;

    private bool AtRelationship() => IsArrowLine(_at) || (IsArrowLeft(_at) && IsArrowLine(_at + 1));

    private void ExpectArrowLine()
    {
        if (!IsArrowLine(_at)) throw Unexpected("'-'");
        _at++;
    }

    private RelationshipPattern ParseRelationship(bool quantified)
    {
        var start = _at;
        var left = IsArrowLeft(_at);
        if (left) _at++;
        ExpectArrowLine();
        Variable? variable = null;
        LabelExpression? types = null;
        VariableLength? length = null;
        Expression? properties = null;
        Expression? where = null;
        if (Take(TokenKind.OpenBracket))
        {
            variable = AtPatternVariable() ? ParseVariable() : null;
            types = ParsePatternLabels(types: true);
            length = ParseLength();
            properties = ParsePatternProperties();
            where = ParseWhere();
            Expect(TokenKind.CloseBracket, "a type, a length, a property map, WHERE or ']'");
        }
        ExpectArrowLine();
        var right = IsArrowRight(_at);
        if (right) _at++;
        var quantifier = quantified ? ParseQuantifier() : null;
        if (length is not null && quantifier is not null)
            throw Error("Variable length relationships cannot be part of a quantified path pattern.", start);
        if (length is not null && where is not null)
        {
            throw CypherErrors.Syntax(
                "Relationship pattern predicates are not supported for variable-length relationships.", _text, where.Span.Start);
        }
        var direction = left == right ? PatternDirection.Both : left ? PatternDirection.Incoming : PatternDirection.Outgoing;
        return new RelationshipPattern(direction, variable, types, length, properties, where, quantifier) { Span = From(start) };
    }

    private VariableLength? ParseLength()
    {
        var start = _at;
        if (!Take(TokenKind.Star)) return null;
        long? minimum = At(TokenKind.Integer) ? ParseCount() : null;
        var maximum = minimum;
        if (Take(TokenKind.DotDot)) maximum = At(TokenKind.Integer) ? ParseCount() : null;
        return new VariableLength(minimum, maximum) { Span = From(start) };
    }
}
