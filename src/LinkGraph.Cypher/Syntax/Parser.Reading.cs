using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private MatchClause ParseMatch(bool optional)
    {
        _at++;
        RejectMatchMode();
        var patterns = ParseList(ParsePathPattern);
        CheckMatched(patterns);
        var hints = new List<Hint>();
        while (AtWord("USING")) hints.Add(ParseHint());
        return new MatchClause(optional, patterns, [.. hints], ParseWhere());
    }

    private void RejectMatchMode()
    {
        if (!AtWord("REPEATABLE") && !AtWord("DIFFERENT")) return;
        var words = AtWord("REPEATABLE") ? "REPEATABLE ELEMENTS" : "DIFFERENT RELATIONSHIPS";
        throw Error($"Match modes such as `{words}` are not supported yet.", _at);
    }

    private Expression? ParseWhere() => TakeWord("WHERE") ? ParseExpression() : null;

    private Hint ParseHint()
    {
        var start = _at++;
        if (TakeWord("JOIN"))
        {
            ExpectWord("ON");
            return new JoinHint(ParseList(ParseVariable)) { Span = From(start) };
        }
        if (TakeWord("SCAN"))
        {
            var (variable, label) = ParseHintTarget();
            return new ScanHint(variable, label) { Span = From(start) };
        }
        if (AtWord("BTREE"))
            throw Error("Index type BTREE is no longer supported for USING index hint. Use TEXT, RANGE or POINT instead.", _at);
        var kind = TakeWord("RANGE") ? IndexHintKind.Range
            : TakeWord("TEXT") ? IndexHintKind.Text
            : TakeWord("POINT") ? IndexHintKind.Point
            : IndexHintKind.Any;
        if (!TakeWord("INDEX")) throw Unexpected("'INDEX', 'SCAN' or 'JOIN'");
        var seek = TakeWord("SEEK");
        var (subject, name) = ParseHintTarget();
        Expect(TokenKind.OpenParen, "'('");
        var properties = ParseList(() => ParseName());
        Expect(TokenKind.CloseParen, "')'");
        return new IndexHint(kind, seek, subject, name, properties) { Span = From(start) };
    }

    private (Variable Variable, string LabelOrType) ParseHintTarget()
    {
        var variable = ParseVariable();
        if (!Take(TokenKind.Colon) && !TakeWord("IS")) throw Unexpected("':'");
        return (variable, ParseName());
    }

    private UnwindClause ParseUnwind()
    {
        _at++;
        var list = ParseExpression();
        ExpectWord("AS");
        return new UnwindClause(list, ParseVariable());
    }

    private LoadCsvClause ParseLoadCsv()
    {
        _at++;
        ExpectWord("CSV");
        var headers = TakeWord("WITH");
        if (headers) ExpectWord("HEADERS");
        ExpectWord("FROM");
        var url = ParseExpression();
        ExpectWord("AS");
        var variable = ParseVariable();
        string? terminator = null;
        if (TakeWord("FIELDTERMINATOR"))
        {
            if (!At(TokenKind.String)) throw Unexpected("a string");
            terminator = Now.Text;
            _at++;
        }
        return new LoadCsvClause(headers, url, variable, terminator);
    }

    private WithClause ParseWith()
    {
        _at++;
        var projection = ParseProjection();
        return new WithClause(projection, ParseWhere());
    }

    private ReturnClause ParseReturn()
    {
        _at++;
        return new ReturnClause(ParseProjection());
    }

    private OrderClause ParseOrderClause()
    {
        var (order, skip, limit) = ParseOrderSkipLimit();
        return new OrderClause(order, skip, limit);
    }

    private Projection ParseProjection()
    {
        var start = _at;
        var distinct = AtWord("DISTINCT") && (StartsExpression(_at + 1) || Ahead(1).Kind == TokenKind.Star) && TakeWord("DISTINCT");
        var all = Take(TokenKind.Star);
        SyntaxList<ProjectionItem> items = all && !Take(TokenKind.Comma) ? [] : ParseList(ParseProjectionItem);
        var (order, skip, limit) = ParseOrderSkipLimit();
        return new Projection(distinct, all, items, order, skip, limit) { Span = From(start) };
    }

    private ProjectionItem ParseProjectionItem()
    {
        var start = _at;
        var expression = ParseExpression();
        var text = From(start);
        var alias = TakeWord("AS") ? ParseVariable() : null;
        return new ProjectionItem(expression, alias) { Span = From(start), SourceText = _text.Substring(text.Offset, text.Length) };
    }

    private (SyntaxList<SortItem> Order, Expression? Skip, Expression? Limit) ParseOrderSkipLimit()
    {
        SyntaxList<SortItem> order = [];
        if (TakeWord("ORDER"))
        {
            ExpectWord("BY");
            order = ParseList(ParseSortItem);
        }
        var skip = TakeAnyWord("SKIP", "OFFSET") ? ParseExpression() : null;
        var limit = TakeWord("LIMIT") ? ParseExpression() : null;
        return (order, skip, limit);
    }

    private SortItem ParseSortItem()
    {
        var start = _at;
        var expression = ParseExpression();
        var descending = TakeAnyWord("DESC", "DESCENDING");
        if (!descending) TakeAnyWord("ASC", "ASCENDING");
        return new SortItem(expression, descending) { Span = From(start) };
    }
}
