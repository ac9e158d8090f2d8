using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private static readonly HashSet<string> ClauseWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "ORDER", "SKIP", "OFFSET", "LIMIT", "CREATE", "INSERT", "MERGE", "SET", "REMOVE",
        "DELETE", "DETACH", "NODETACH", "FOREACH", "CALL", "LOAD", "USE", "FINISH", "UNION",
    };

    public Statement ParseStatement()
    {
        var start = _at;
        var (mode, options) = ParsePrefix();
        if (At(TokenKind.End)) throw Unexpected("CYPHER, EXPLAIN, PROFILE or a query");
        var statement = ParseBody() with { Mode = mode, Options = options };
        statement = statement with { Span = From(start) };
        while (Take(TokenKind.Semicolon))
        {
        }
        if (At(TokenKind.End)) return statement;
        if (_tokens.Kind(_at - 1) == TokenKind.Semicolon) throw Error("Expected exactly one statement per query", _at);
        throw Unexpected("a clause or the end of the query");
    }

    private Statement ParseBody()
    {
        if (AtSchemaCommand()) return ParseSchemaCommand();
        if (AtWord("SHOW") || AtWord("TERMINATE")) return ParseShow();
        if (AtAdministration())
        {
            var words = string.Join(' ', new[] { Now.Text, Ahead(1).Text }).ToUpperInvariant();
            throw new CypherException(
                "Neo.ClientError.Statement.UnsupportedAdministrationCommand",
                Diagnostic.Format($"Unsupported administration command: {words}", _text, Now.Span.Start),
                Now.Span.Start);
        }
        return new QueryStatement(ParseQuery());
    }

    private bool AtAdministration()
    {
        if (AtWord("GRANT") || AtWord("DENY") || AtWord("REVOKE")) return true;
        if (AtWord("START") || AtWord("STOP")) return Ahead(1).Is("DATABASE");
        if (!AtWord("CREATE") && !AtWord("ALTER") && !AtWord("DROP") && !AtWord("RENAME")) return false;
        var next = Ahead(1);
        return next.Is("DATABASE") || next.Is("COMPOSITE") || next.Is("USER") || next.Is("ROLE") || next.Is("ALIAS")
            || next.Is("CURRENT") || next.Is("SERVER");
    }

    private (StatementMode Mode, SyntaxList<StatementOption> Options) ParsePrefix()
    {
        var mode = StatementMode.Execute;
        var options = new List<StatementOption>();
        while (true)
        {
            if (AtWord("EXPLAIN") || AtWord("PROFILE"))
            {
                var asked = AtWord("EXPLAIN") ? StatementMode.Explain : StatementMode.Profile;
                if (mode != StatementMode.Execute && mode != asked)
                    throw Error("Can't specify multiple conflicting values for execution mode", _at);
                mode = asked;
                _at++;
            }
            else if (TakeWord("CYPHER")) ParseOptions(options);
            else return (mode, [.. options]);
        }
    }

    private void ParseOptions(List<StatementOption> options)
    {
        if (At(TokenKind.Integer) || At(TokenKind.Float))
        {
            if (Now.Text != "5") throw Error($"{Now.Text} is not a valid option for cypher version. Valid options are: 5", _at);
            options.Add(new StatementOption("version", Now.Text) { Span = Now.Span });
            _at++;
        }
        while (Now.IsName && Ahead(1).Kind == TokenKind.Equal)
        {
            var start = _at;
            var name = ParseName();
            _at++;
            if (!Now.IsName && !At(TokenKind.Integer) && !At(TokenKind.Float)) throw Unexpected("the value of an option");
            var value = Now.Text;
            _at++;
            options.Add(new StatementOption(name, value) { Span = From(start) });
        }
    }

    private Query ParseQuery()
    {
        Enter();
        var start = _at;
        var first = ParseSingleQuery();
        var unions = new List<UnionBranch>();
        bool? allowed = null;
        while (AtWord("UNION"))
        {
            var union = _at++;
            var all = TakeWord("ALL");
            if (!all) TakeWord("DISTINCT");
            if ((allowed ??= all) != all) throw Error("Invalid combination of UNION and UNION ALL", union);
            var part = ParseSingleQuery();
            unions.Add(new UnionBranch(all, part) { Span = From(union) });
        }
        Leave();
        return new Query(first, [.. unions]) { Span = From(start) };
    }

    private SingleQuery ParseSingleQuery()
    {
        var start = _at;
        var clauses = new List<Clause>();
        while (ParseClause() is { } clause) clauses.Add(clause);
        if (clauses.Count == 0) throw Unexpected("a clause such as MATCH, CREATE, MERGE, UNWIND, CALL, WITH or RETURN");
        return new SingleQuery([.. clauses]) { Span = From(start) };
    }

    /// <summary>The clause that begins here, or null where none does.</summary>
    private Clause? ParseClause()
    {
        if (Now.Kind != TokenKind.Word) return null;
        var start = _at;
        var clause = Now.Text.ToUpperInvariant() switch
        {
            "MATCH" => ParseMatch(false),
            "OPTIONAL" => ParseOptional(),
            "UNWIND" => ParseUnwind(),
            "WITH" => ParseWith(),
            "RETURN" => ParseReturn(),
            "ORDER" or "SKIP" or "OFFSET" or "LIMIT" => ParseOrderClause(),
            "CREATE" or "INSERT" => ParseCreate(),
            "MERGE" => ParseMerge(),
            "SET" => ParseSet(),
            "REMOVE" => ParseRemove(),
            "DELETE" or "DETACH" or "NODETACH" => ParseDelete(),
            "FOREACH" => ParseForeach(),
            "CALL" => ParseCall(false),
            "LOAD" => ParseLoadCsv(),
            "USE" => ParseUse(),
            "FINISH" => ParseFinish(),
            "USING" => throw Error(
                "The PERIODIC COMMIT query hint is no longer supported. Please use CALL { ... } IN TRANSACTIONS instead.", _at),
            _ => null,
        };
        return clause is null ? null : clause with { Span = From(start) };
    }

    private Clause ParseOptional()
    {
        _at++;
        if (AtWord("MATCH")) return ParseMatch(true);
        if (AtWord("CALL")) return ParseCall(true);
        throw Unexpected("'MATCH' or 'CALL'");
    }

    private FinishClause ParseFinish()
    {
        _at++;
        return new FinishClause();
    }

    private UseClause ParseUse()
    {
        _at++;
        if (Ahead(1).IsName && !ClauseWords.Contains(Ahead(1).Text) && FunctionParenthesis(_at) < 0) TakeWord("GRAPH");
        var start = _at;
        if (FunctionParenthesis(_at) >= 0)
            return new UseClause(new GraphFunction(ParseFunction()) { Span = From(start) });
        var name = new List<string> { ParseName("a database name") };
        while (Take(TokenKind.Dot)) name.Add(ParseName());
        return new UseClause(new NamedGraph([.. name]) { Span = From(start) });
    }
}
