using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>Operators, loosest first: OR, XOR, AND, NOT, comparisons, predicates, + - ||, * / %, ^, signs, postfix.</summary>
internal sealed partial class Parser
{
    private Expression ParseExpression()
    {
        Enter();
        var outer = _height;
        _height = 0;
        var expression = ParseLogical(LogicalOperator.Or);
        _height = Math.Max(outer, _height + 1);
        Leave();
        return expression;
    }

    private Expression ParseLogical(LogicalOperator level)
    {
        var start = _at;
        var word = level switch { LogicalOperator.Or => "OR", LogicalOperator.Xor => "XOR", _ => "AND" };
        var first = ParseLogicalOperand(level);
        if (!AtWord(word)) return first;
        var operands = new List<Expression> { first };
        while (TakeWord(word)) operands.Add(ParseLogicalOperand(level));
        return new LogicalExpression(level, [.. operands]) { Span = From(start) };
    }

    private Expression ParseLogicalOperand(LogicalOperator level)
    {
        if (level != LogicalOperator.And) return ParseLogical(level + 1);
        // Operands stand side by side: the tree is as high as the highest of them, not as all together.
        var outer = _height;
        _height = 0;
        var operand = ParseNot();
        _height = Math.Max(outer, _height);
        return operand;
    }

    private Expression ParseNot()
    {
        if (!AtWord("NOT") || !StartsExpression(_at + 1)) return ParseComparison();
        Enter();
        var start = _at++;
        var operand = ParseNot();
        Grow();
        Leave();
        return new NotExpression(operand) { Span = From(start) };
    }

    private Expression ParseComparison()
    {
        var start = _at;
        var first = ParsePredicate();
        if (ComparisonHere() is null) return first;
        var rest = new List<ComparisonPart>();
        while (ComparisonHere() is { } comparison)
        {
            var part = _at++;
            rest.Add(new ComparisonPart(comparison, ParsePredicate()) { Span = From(part) });
        }
        return new ComparisonExpression(first, [.. rest]) { Span = From(start) };
    }

    private ComparisonOperator? ComparisonHere() => Now.Kind switch
    {
        TokenKind.Equal => ComparisonOperator.Equal,
        TokenKind.NotEqual => ComparisonOperator.NotEqual,
        TokenKind.Less => ComparisonOperator.Less,
        TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
        TokenKind.Greater => ComparisonOperator.Greater,
        TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        TokenKind.BangEqual => throw Error(
            "Unknown operation '!=' (you probably meant to use '<>', which is the operator for inequality testing)", _at),
        _ => null,
    };

    private Expression ParsePredicate()
    {
        var start = _at;
        return ParsePredicateOver(ParseAdditive(), start);
    }

    /// <summary>What may follow an operand once: IN, STARTS WITH, IS NULL, a type, a label behind IS and so on.</summary>
    private Expression ParsePredicateOver(Expression operand, int start)
    {
        if (StringOperatorHere(out var words) is { } comparison)
        {
            _at += words;
            return new BinaryExpression(comparison, operand, ParseAdditive()) { Span = From(start) };
        }
        if (Take(TokenKind.DoubleColon)) return new IsTypedExpression(operand, false, ParseType()) { Span = From(start) };
        return AtWord("IS") ? ParseIs(operand, start) : operand;
    }

    private BinaryOperator? StringOperatorHere(out int words)
    {
        words = 1;
        if (At(TokenKind.RegexMatch)) return BinaryOperator.MatchesRegex;
        if (AtWord("IN")) return BinaryOperator.In;
        if (AtWord("CONTAINS")) return BinaryOperator.Contains;
        words = 2;
        if (AtWord("STARTS", "WITH")) return BinaryOperator.StartsWith;
        if (AtWord("ENDS", "WITH")) return BinaryOperator.EndsWith;
        return null;
    }

    private Expression ParseIs(Expression operand, int start)
    {
        _at++;
        var negated = TakeWord("NOT");
        if (TakeWord("NULL")) return new IsNullExpression(operand, negated) { Span = From(start) };
        if (Take(TokenKind.DoubleColon) || TakeWord("TYPED"))
            return new IsTypedExpression(operand, negated, ParseType()) { Span = From(start) };
        NormalForm? form = TakeWord("NFC") ? NormalForm.Nfc
            : TakeWord("NFD") ? NormalForm.Nfd
            : TakeWord("NFKC") ? NormalForm.Nfkc
            : TakeWord("NFKD") ? NormalForm.Nfkd
            : null;
        if (TakeWord("NORMALIZED"))
            return new IsNormalizedExpression(operand, negated, form ?? NormalForm.Nfc) { Span = From(start) };
        if (form is not null) throw Unexpected("'NORMALIZED'");
        if (negated) throw Unexpected("'NULL', 'TYPED', '::' or 'NORMALIZED'");
        return new LabelPredicate(operand, ParseLabelExpression(new LabelSigns(false, true))) { Span = From(start) };
    }

    private Expression ParseAdditive()
    {
        var start = _at;
        var left = ParseMultiplicative();
        while (true)
        {
            BinaryOperator? operation = Now.Kind switch
            {
                TokenKind.Plus => BinaryOperator.Add,
                TokenKind.Minus => BinaryOperator.Subtract,
                TokenKind.DoubleBar => BinaryOperator.Concatenate,
                _ => null,
            };
            if (operation is null) return left;
            left = ParseRight(operation.Value, left, start, ParseMultiplicative);
        }
    }

    private Expression ParseMultiplicative()
    {
        var start = _at;
        var left = ParsePower();
        while (true)
        {
            BinaryOperator? operation = Now.Kind switch
            {
                TokenKind.Star => BinaryOperator.Multiply,
                TokenKind.Slash => BinaryOperator.Divide,
                TokenKind.Percent => BinaryOperator.Modulo,
                _ => null,
            };
            if (operation is null) return left;
            left = ParseRight(operation.Value, left, start, ParsePower);
        }
    }

    /// <summary>Powers are read from the left, as Neo4j does: <c>2 ^ 3 ^ 2</c> is 64.</summary>
    private Expression ParsePower()
    {
        var start = _at;
        var left = ParseSign();
        while (At(TokenKind.Caret)) left = ParseRight(BinaryOperator.Power, left, start, ParseSign);
        return left;
    }

    private BinaryExpression ParseRight(BinaryOperator operation, Expression left, int start, Func<Expression> operand)
    {
        _at++;
        var right = operand();
        Grow();
        return new BinaryExpression(operation, left, right) { Span = From(start) };
    }

    /// <summary>
    /// A sign binds tighter than a power: <c>-2 ^ 2</c> is 4. Before a number a minus belongs to the literal;
    /// there is one sign before an operand, not counting that of a literal.
    /// </summary>
    private Expression ParseSign()
    {
        if (AtNegativeNumber()) return ParseNegativeNumber();
        if (!At(TokenKind.Minus) && !At(TokenKind.Plus)) return ParsePostfix(labels: true);
        var start = _at;
        var negative = At(TokenKind.Minus);
        _at++;
        var operand = AtNegativeNumber() ? ParseNegativeNumber() : ParsePostfix(labels: true);
        Grow();
        return new SignExpression(negative, operand) { Span = From(start) };
    }

    private bool AtNegativeNumber() =>
        At(TokenKind.Minus) && Ahead(1).Kind is TokenKind.Integer or TokenKind.Float && !IsPostfix(Ahead(2));

    private Literal ParseNegativeNumber()
    {
        var start = _at++;
        var literal = ParseNumber(negative: true);
        return literal with { Span = From(start) };
    }

    private static bool IsPostfix(Token token) => token.Kind is TokenKind.Dot or TokenKind.OpenBracket or TokenKind.Colon;

    private Expression ParsePostfix(bool labels)
    {
        var start = _at;
        var subject = ParseAtom();
        while (true)
        {
            if (Take(TokenKind.Dot)) subject = new PropertyAccess(subject, ParseName()) { Span = From(start) };
            else if (At(TokenKind.OpenBracket)) subject = ParseSubscript(subject, start);
            else if (labels && Take(TokenKind.Colon))
            {
                var expression = ParseLabelExpression(new LabelSigns(false, false));
                subject = new LabelPredicate(subject, expression) { Span = From(start) };
            }
            else return subject;
            Grow();
        }
    }

    private Expression ParseSubscript(Expression subject, int start)
    {
        var open = _at++;
        var from = At(TokenKind.DotDot) ? null : ParseExpression();
        if (!Take(TokenKind.DotDot))
        {
            Expect(TokenKind.CloseBracket, "'..' or ']'");
            return new IndexAccess(subject, from!) { Span = From(start) };
        }
        var to = At(TokenKind.CloseBracket) ? null : ParseExpression();
        Expect(TokenKind.CloseBracket, "']'");
        if (from is null && to is null) throw Error("The start or end (or both) is required for a collection slice", open);
        return new SliceAccess(subject, from, to) { Span = From(start) };
    }
}
