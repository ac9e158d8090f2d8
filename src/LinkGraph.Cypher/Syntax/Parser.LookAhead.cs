namespace LinkGraph.Cypher.Syntax;

/// <summary>Telling what comes by looking at tokens and at where brackets close.</summary>
internal sealed partial class Parser
{
    /// <summary>Words that may follow an expression, and so do not begin one behind a word that may itself be a name.</summary>
    private static readonly HashSet<string> Connectives = new(StringComparer.OrdinalIgnoreCase)
    {
        "AS", "AND", "OR", "XOR", "IS", "IN", "STARTS", "ENDS", "CONTAINS",
    };

    /// <summary>Whether the token can be the first of an expression, so that a word before it is a keyword and not a variable.</summary>
    private bool StartsExpression(int index)
    {
        var token = _tokens[index];
        return token.Kind switch
        {
            TokenKind.Word => !Connectives.Contains(token.Text),
            TokenKind.QuotedName or TokenKind.Integer or TokenKind.Float or TokenKind.String or TokenKind.Dollar
                or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Plus or TokenKind.Minus => true,
            _ => false,
        };
    }

    /// <summary>The index of the parenthesis of a function call whose dotted name begins here, or -1.</summary>
    private int FunctionParenthesis(int index)
    {
        while (_tokens[index].IsName)
        {
            index++;
            if (_tokens.Kind(index) == TokenKind.OpenParen) return index;
            if (_tokens.Kind(index) != TokenKind.Dot) return -1;
            index++;
        }
        return -1;
    }

    private bool AtParenthesizedPath()
    {
        if (!At(TokenKind.OpenParen)) return false;
        var next = Ahead(1);
        if (next.Kind == TokenKind.OpenParen) return true;
        if (!next.IsName) return false;
        var second = Ahead(2);
        if (second.Kind == TokenKind.Equal) return true;
        return (next.Is("ANY") || next.Is("ALL") || next.Is("SHORTEST"))
            && (second.Kind is TokenKind.OpenParen or TokenKind.Integer
                || second.Is("SHORTEST") || second.Is("PATH") || second.Is("PATHS"));
    }

    /// <summary>Whether a path of at least one relationship begins at the parenthesis here, as an expression.</summary>
    private bool AtPatternExpression() => AfterStep(_at) >= 0;

    /// <summary>The index behind the path that begins at the parenthesis, or -1 when it is no path of at least one relationship.</summary>
    private int AfterPath(int index)
    {
        var end = -1;
        while (AfterStep(index) is >= 0 and var node)
        {
            end = _tokens.Partner(node) + 1;
            index = node;
        }
        return end;
    }

    /// <summary>The index of the second node's parenthesis, when a node and a relationship begin here; else -1.</summary>
    private int AfterStep(int index)
    {
        if (_tokens.Kind(index) != TokenKind.OpenParen || !LooksLikeNode(index)) return -1;
        index = _tokens.Partner(index) + 1;
        if (IsArrowLeft(index)) index++;
        if (!IsArrowLine(index)) return -1;
        index++;
        if (_tokens.Kind(index) == TokenKind.OpenBracket)
        {
            if (!LooksLikeRelationship(index)) return -1;
            index = _tokens.Partner(index) + 1;
        }
        if (!IsArrowLine(index)) return -1;
        index++;
        if (IsArrowRight(index)) index++;
        return _tokens.Kind(index) == TokenKind.OpenParen && LooksLikeNode(index) ? index : -1;
    }

    private bool IsArrowLeft(int index) => _tokens.Kind(index) is TokenKind.Less or TokenKind.ArrowLeft;

    private bool IsArrowRight(int index) => _tokens.Kind(index) is TokenKind.Greater or TokenKind.ArrowRight;

    private bool IsArrowLine(int index) => _tokens.Kind(index) is TokenKind.Minus or TokenKind.ArrowLine;

    private bool LooksLikeNode(int open) => AfterPatternVariable(open, TokenKind.CloseParen) >= 0;

    private bool LooksLikeRelationship(int open) => AfterPatternVariable(open, TokenKind.CloseBracket) >= 0;

    /// <summary>The index behind the variable, if any, of what is written like a node or a relationship; -1 when it is not.</summary>
    private int AfterPatternVariable(int open, TokenKind close)
    {
        if (_tokens.Partner(open) < 0) return -1;
        var index = open + 1;
        var named = _tokens[index].IsName && !BeginsDetail(index, close, named: false);
        if (named) index++;
        var ends = _tokens.Kind(index) == close || (close == TokenKind.CloseBracket && _tokens.Kind(index) == TokenKind.Star);
        return ends || BeginsDetail(index, close, named) ? index : -1;
    }

    /// <summary>
    /// Whether labels, properties or a predicate of a pattern begin here. Where no variable is before it, IS or WHERE may be the variable.
    /// </summary>
    private bool BeginsDetail(int index, TokenKind close, bool named)
    {
        var token = _tokens[index];
        if (token.Kind is TokenKind.Colon or TokenKind.OpenBrace or TokenKind.Dollar) return true;
        if ((!token.Is("IS") && !token.Is("WHERE")) || _tokens.Kind(index + 1) == close) return false;
        return named || (_tokens.Kind(index + 1) is not (TokenKind.Colon or TokenKind.OpenBrace) && !_tokens[index + 1].Is("IS"));
    }

    /// <summary>Whether the list that begins here is a comprehension: <c>[v IN …</c> without a comma outside inner brackets.</summary>
    private bool AtListComprehension() => Ahead(1).IsName && Ahead(2).Is("IN") && !HasComma(_at);

    private bool AtPatternComprehension()
    {
        var index = _at + 1;
        if (_tokens[index].IsName && _tokens.Kind(index + 1) == TokenKind.Equal) index += 2;
        var end = AfterPath(index);
        return end >= 0 && (_tokens.Kind(end) == TokenKind.Bar || _tokens[end].Is("WHERE"));
    }

    /// <summary>Whether a comma stands between a bracket and its partner, outside inner brackets and CASE … END.</summary>
    private bool HasComma(int open)
    {
        var end = _tokens.Partner(open);
        var cases = 0;
        for (var i = open + 1; i < end; i++)
        {
            if (_tokens[i].Is("CASE") && StartsExpression(i + 1)) cases++;
            else if (_tokens[i].Is("END") && cases > 0) cases--;
            else if (_tokens.Kind(i) == TokenKind.Comma && cases == 0) return true;
            i = AfterInner(i);
        }
        return false;
    }

    /// <summary>
    /// Where the bracket at the index closes, be it one that holds a type (<c>LIST&lt;…&gt;</c>); the index itself where there is none.
    /// </summary>
    private int AfterInner(int index)
    {
        if (_tokens.Partner(index) > index) return _tokens.Partner(index);
        if (_tokens.Kind(index) != TokenKind.Less || index == 0) return index;
        var before = _tokens[index - 1];
        if (!before.Is("ANY") && !before.Is("VALUE") && !before.Is("LIST") && !before.Is("ARRAY")) return index;
        var depth = 0;
        for (var i = index; ; i++)
        {
            if (_tokens.Kind(i) is not (TokenKind.Word or TokenKind.Less or TokenKind.Greater or TokenKind.Bar or TokenKind.Exclamation))
                return index;
            if (_tokens.Kind(i) == TokenKind.Less && ++depth > MaximumDepth) return index;
            if (_tokens.Kind(i) == TokenKind.Greater && --depth == 0) return i;
        }
    }

    /// <summary>The first bar between here and the end of the bracket that is open here; -1 when there is none.</summary>
    private int FirstBar(int index)
    {
        for (; ; index++)
        {
            var kind = _tokens.Kind(index);
            if (kind == TokenKind.Bar) return index;
            if (kind is TokenKind.End or TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace) return -1;
            index = AfterInner(index);
        }
    }

    /// <summary>
    /// Which bar of a comprehension stands before its projection. In <c>[x IN xs WHERE x:A|B | x]</c> some bars belong to label or
    /// type expressions: they stand behind a chain of names that a colon begins. The first that does not is the one; else the one
    /// before the subject of the next label expression; else the last.
    /// </summary>
    private int ProjectionBar(int open)
    {
        var end = _tokens.Partner(open);
        var last = -1;
        var inLabels = false;
        for (var i = open + 1; i < end; i++)
        {
            if (_tokens.Kind(i) == TokenKind.Less && AfterInner(i) is var type && type > i)
            {
                i = type;
                continue;
            }
            switch (_tokens.Kind(i))
            {
                case TokenKind.Bar:
                    if (!inLabels) return i;
                    last = i;
                    break;
                case TokenKind.Colon or TokenKind.DoubleColon:
                    if (last >= 0 && last == i - 2 && _tokens[i - 1].IsName) return last;
                    inLabels = true;
                    break;
                case TokenKind.Word when _tokens[i].Is("IS") || _tokens[i].Is("TYPED"):
                    inLabels = true;
                    break;
                case TokenKind.Word when inLabels && Connectives.Contains(_tokens[i].Text):
                    inLabels = false;
                    break;
                case TokenKind.Word or TokenKind.QuotedName or TokenKind.Ampersand or TokenKind.Exclamation or TokenKind.Percent
                    or TokenKind.Dollar or TokenKind.OpenParen:
                    break;
                default:
                    inLabels = false;
                    break;
            }
            if (_tokens.Partner(i) > i) i = _tokens.Partner(i);
        }
        return last;
    }
}
