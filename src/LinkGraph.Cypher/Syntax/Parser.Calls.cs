using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private Clause ParseCall(bool optional)
    {
        _at++;
        return At(TokenKind.OpenBrace) || At(TokenKind.OpenParen) ? ParseCallSubquery(optional) : ParseCallProcedure(optional);
    }

    private CallProcedureClause ParseCallProcedure(bool optional)
    {
        var start = _at;
        var names = new List<string> { ParseName("a procedure name, '(' or '{'") };
        while (Take(TokenKind.Dot)) names.Add(ParseName());
        var procedure = new ProcedureName([.. names.Take(names.Count - 1)], names[^1]) { Span = From(start) };
        SyntaxList<Expression>? arguments = null;
        if (Take(TokenKind.OpenParen))
        {
            arguments = At(TokenKind.CloseParen) ? [] : ParseList(ParseExpression);
            Expect(TokenKind.CloseParen, "',' or ')'");
        }
        return new CallProcedureClause(optional, procedure, arguments, AtWord("YIELD") ? ParseYield() : null);
    }

    private Yield ParseYield()
    {
        var start = _at++;
        if (Take(TokenKind.Star)) return new Yield(true, [], ParseWhere()) { Span = From(start) };
        var items = ParseList(() =>
        {
            var item = _at;
            var column = ParseName("an identifier or '*'");
            return new YieldItem(column, TakeWord("AS") ? ParseVariable() : null) { Span = From(item) };
        });
        return new Yield(false, items, ParseWhere()) { Span = From(start) };
    }

    private CallSubqueryClause ParseCallSubquery(bool optional)
    {
        var scope = At(TokenKind.OpenParen) ? ParseScope() : null;
        Expect(TokenKind.OpenBrace, "'{'");
        var query = ParseQuery();
        Expect(TokenKind.CloseBrace, "a clause or '}'");
        var transactions = AtWord("IN") ? ParseInTransactions() : null;
        return new CallSubqueryClause(optional, scope, query, transactions);
    }

    private SubqueryScope ParseScope()
    {
        var start = _at++;
        var all = Take(TokenKind.Star);
        SyntaxList<Variable> variables = all || At(TokenKind.CloseParen) ? [] : ParseList(ParseVariable);
        Expect(TokenKind.CloseParen, "',' or ')'");
        return new SubqueryScope(all, variables) { Span = From(start) };
    }

    private InTransactions ParseInTransactions()
    {
        var start = _at++;
        Expression? concurrency = null;
        var concurrent = TakeWord("CONCURRENT");
        if (!concurrent && !AtWord("TRANSACTIONS"))
        {
            concurrency = ParseExpression();
            ExpectWord("CONCURRENT");
            concurrent = true;
        }
        ExpectWord("TRANSACTIONS");
        Expression? size = null;
        var mode = TransactionErrorMode.Default;
        Variable? status = null;
        while (true)
        {
            if (AtWord("OF"))
            {
                RejectRepetition(size is not null, "OF ROWS");
                _at++;
                size = ParseExpression();
                ExpectAnyWord("ROWS", "ROW");
            }
            else if (AtWord("ON", "ERROR"))
            {
                RejectRepetition(mode != TransactionErrorMode.Default, "ON ERROR");
                _at += 2;
                mode = TakeWord("CONTINUE") ? TransactionErrorMode.Continue
                    : TakeWord("BREAK") ? TransactionErrorMode.Break
                    : TakeWord("FAIL") ? TransactionErrorMode.Fail
                    : throw Unexpected("'CONTINUE', 'BREAK' or 'FAIL'");
            }
            else if (AtWord("REPORT", "STATUS"))
            {
                RejectRepetition(status is not null, "REPORT STATUS");
                _at += 2;
                ExpectWord("AS");
                status = ParseVariable();
            }
            else return new InTransactions(concurrent, concurrency, size, mode, status) { Span = From(start) };
        }
    }

    private void RejectRepetition(bool repeated, string what)
    {
        if (repeated) throw Error($"Duplicated {what} parameter", _at);
    }
}
