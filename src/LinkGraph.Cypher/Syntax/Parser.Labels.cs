using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    /// <summary>False while patterns of INSERT are read.</summary>
    private bool _colonAndAllowed = true;

    /// <summary>Which signs one label expression has used: the old colon and the new symbols do not mix.</summary>
    private sealed class LabelSigns(bool types, bool behindIs)
    {
        public bool Types { get; } = types;

        public bool BehindIs { get; } = behindIs;

        public int Colon { get; set; } = -1;

        public bool Symbol { get; set; }
    }

    /// <summary>The labels of a node pattern or the types of a relationship pattern: behind a colon or IS, if at all.</summary>
    private LabelExpression? ParsePatternLabels(bool types)
    {
        if (Take(TokenKind.Colon)) return ParseLabelExpression(new LabelSigns(types, false));
        return TakeWord("IS") ? ParseLabelExpression(new LabelSigns(types, true)) : null;
    }

    private LabelExpression ParseLabelExpression(LabelSigns signs)
    {
        var labels = ParseLabelOr(signs);
        if (signs.Colon < 0) return labels;
        if (signs.BehindIs) throw Error("Mixing the IS keyword with colon (':') between labels is not allowed.", signs.Colon);
        if (signs.Symbol)
        {
            throw Error(
                "Mixing label expression symbols ('|', '&', '!', and '%') with colon (':') between labels is not allowed. "
                + "Please only use one set of symbols.", signs.Colon);
        }
        if (!_colonAndAllowed)
        {
            throw Error(
                "Colon `:` conjunction is not allowed in INSERT. Use `CREATE` or conjunction with ampersand `&` instead.", signs.Colon);
        }
        return labels;
    }

    private LabelExpression ParseLabelOr(LabelSigns signs)
    {
        Enter();
        var start = _at;
        var first = ParseLabelAnd(signs);
        List<LabelExpression>? operands = null;
        while (At(TokenKind.Bar) && _at != _projectionBar)
        {
            _at++;
            if (At(TokenKind.Colon))
            {
                // A|:B is the old spelling of alternatives; it is not the colon that joins labels.
                if (!signs.Types) throw Error("Label expressions are not allowed to contain '|:'.", _at);
                _at++;
            }
            else if (!signs.Types) signs.Symbol = true;
            (operands ??= [first]).Add(ParseLabelAnd(signs));
        }
        Leave();
        return operands is null ? first : new LabelOr([.. operands]) { Span = From(start) };
    }

    private LabelExpression ParseLabelAnd(LabelSigns signs)
    {
        var start = _at;
        var first = ParseLabelNot(signs);
        List<LabelExpression>? operands = null;
        while (At(TokenKind.Ampersand) || At(TokenKind.Colon))
        {
            if (At(TokenKind.Ampersand)) signs.Symbol = true;
            else
            {
                if (signs.Types)
                    throw Error("Relationship types in a relationship type expressions may not be combined using ':'", _at);
                if (signs.Colon < 0) signs.Colon = _at;
            }
            _at++;
            (operands ??= [first]).Add(ParseLabelNot(signs));
        }
        return operands is null ? first : new LabelAnd([.. operands]) { Span = From(start) };
    }

    private LabelExpression ParseLabelNot(LabelSigns signs)
    {
        if (At(TokenKind.Percent) || At(TokenKind.Exclamation)) signs.Symbol = true;
        if (!At(TokenKind.Exclamation))
        {
            if (!At(TokenKind.OpenParen)) return ParseLabelAtom(labelsOnly: false);
            _at++;
            var inner = ParseLabelOr(signs);
            Expect(TokenKind.CloseParen, "')'");
            return inner;
        }
        Enter();
        var start = _at++;
        var operand = ParseLabelNot(signs);
        Leave();
        return new LabelNot(operand) { Span = From(start) };
    }

    private LabelExpression ParseLabelAtom(bool labelsOnly)
    {
        var start = _at;
        if (Now.IsName) return new LabelName(ParseName()) { Span = From(start) };
        if (!labelsOnly && Take(TokenKind.Percent)) return new LabelWildcard { Span = From(start) };
        if (!Take(TokenKind.Dollar)) throw Unexpected(labelsOnly ? "an identifier or '$'" : "'!', '$', '%', '(' or an identifier");
        var any = TakeWord("ANY");
        if (!any) TakeWord("ALL");
        Expect(TokenKind.OpenParen, "'('");
        var expression = ParseExpression();
        Expect(TokenKind.CloseParen, "')'");
        return new DynamicLabel(expression, any) { Span = From(start) };
    }
}
