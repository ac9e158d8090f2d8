using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private ShowStatement ParseShow()
    {
        var commands = new List<ShowCommand>();
        while (AtWord("SHOW") || AtWord("TERMINATE"))
        {
            var start = _at;
            var command = ParseShowCommand();
            commands.Add(command with { Span = From(start) });
        }
        if (commands.Count > 1 && !commands.TrueForAll(c => c is ShowTransactions or TerminateTransactions))
            throw Error("Composing commands other than `SHOW TRANSACTIONS` and `TERMINATE TRANSACTIONS` is not available.", _at);
        ReturnClause? result = null;
        if (AtWord("RETURN"))
        {
            if (commands[^1].Yield is null) throw Error("A RETURN needs a YIELD before it", _at);
            var start = _at;
            result = ParseReturn() with { Span = From(start) };
        }
        return new ShowStatement([.. commands], result);
    }

    private ShowCommand ParseShowCommand()
    {
        if (TakeWord("TERMINATE"))
        {
            ExpectAnyWord("TRANSACTIONS", "TRANSACTION");
            return WithYield(new TerminateTransactions(ParseNames(), null, null));
        }
        _at++;
        if (TakeAnyWord("TRANSACTIONS", "TRANSACTION")) return WithYield(new ShowTransactions(ParseNames(), null, null));
        if (TakeAnyWord("SETTINGS", "SETTING")) return WithYield(new ShowSettings(ParseNames(), null, null));
        if (TakeAnyWord("PROCEDURES", "PROCEDURE")) return WithYield(new ShowProcedures(ParseExecutable(), null, null));
        if (!Ahead(1).Is("DEFINED") && TakeAnyWord("USERS", "USER")) return WithYield(new ShowUsers(false, null, null));
        if (TakeWord("CURRENT", "USER")) return WithYield(new ShowUsers(true, null, null));
        return ParseShowDatabase() ?? ParseShowFunctions() ?? ParseShowIndexes() ?? ParseShowConstraints();
    }

    private ShowCommand WithYield(ShowCommand command)
    {
        if (!AtWord("YIELD")) return command with { Where = ParseWhere() };
        var start = _at++;
        var all = Take(TokenKind.Star);
        SyntaxList<ProjectionItem> items = all ? [] : ParseList(ParseProjectionItem);
        var (order, skip, limit) = ParseOrderSkipLimit();
        var projection = new Projection(false, all, items, order, skip, limit) { Span = From(start) };
        return command with { Yield = projection, Where = ParseWhere() };
    }

    /// <summary>The ids or names a command is about: none, strings, or an expression giving them.</summary>
    private SyntaxList<Expression> ParseNames() =>
        At(TokenKind.End) || At(TokenKind.Semicolon) || AtWord("YIELD") || AtWord("WHERE") || AtWord("SHOW") || AtWord("TERMINATE")
            ? []
            : ParseList(ParseExpression);

    private string? ParseExecutable()
    {
        if (!TakeWord("EXECUTABLE")) return null;
        if (!TakeWord("BY")) return "";
        return TakeWord("CURRENT", "USER") ? "" : ParseName();
    }

    private ShowCommand? ParseShowDatabase()
    {
        if (TakeWord("DATABASES")) return WithYield(new ShowDatabases(DatabaseFilter.All, null, null, null));
        if (TakeWord("DEFAULT", "DATABASE")) return WithYield(new ShowDatabases(DatabaseFilter.Default, null, null, null));
        if (TakeWord("HOME", "DATABASE")) return WithYield(new ShowDatabases(DatabaseFilter.Home, null, null, null));
        if (!TakeWord("DATABASE")) return null;
        var start = _at;
        if (At(TokenKind.End) || At(TokenKind.Semicolon) || AtWord("YIELD") || AtWord("WHERE"))
            return WithYield(new ShowDatabases(DatabaseFilter.All, null, null, null));
        if (At(TokenKind.Dollar)) return WithYield(new ShowDatabases(DatabaseFilter.Named, ParseParameter(), null, null));
        var name = ParseName("a database name");
        while (Take(TokenKind.Dot)) name += "." + ParseName();
        return WithYield(new ShowDatabases(DatabaseFilter.Named, new StringLiteral(name) { Span = From(start) }, null, null));
    }

    private ShowCommand? ParseShowFunctions()
    {
        var filter = TakeWord("BUILT", "IN") ? FunctionFilter.BuiltIn
            : TakeWord("USER", "DEFINED") ? FunctionFilter.UserDefined
            : FunctionFilter.All;
        if (filter == FunctionFilter.All && AtWord("ALL") && (Ahead(1).Is("FUNCTIONS") || Ahead(1).Is("FUNCTION"))) _at++;
        if (TakeAnyWord("FUNCTIONS", "FUNCTION")) return WithYield(new ShowFunctions(filter, ParseExecutable(), null, null));
        return filter == FunctionFilter.All ? null : throw Unexpected("'FUNCTIONS'");
    }

    private ShowCommand? ParseShowIndexes()
    {
        var next = Ahead(1);
        var kind = IndexKindOf(Now);
        if (next.Is("INDEX") || next.Is("INDEXES"))
        {
            if (kind is null && !AtWord("ALL")) throw Unexpected("the kind of an index");
            if (AtWord("BTREE")) throw Error("B-tree indexes are no longer supported. Use RANGE, TEXT or POINT instead.", _at);
            _at++;
        }
        if (!TakeAnyWord("INDEXES", "INDEX")) return null;
        return WithYield(new ShowIndexes(kind ?? IndexKind.Default, null, null));
    }

    private ShowCommand ParseShowConstraints()
    {
        TakeWord("ALL");
        var entities = TakeWord("NODE") ? EntityFilter.Node
            : TakeAnyWord("RELATIONSHIP", "REL") ? EntityFilter.Relationship
            : EntityFilter.All;
        var property = TakeWord("PROPERTY");
        var filter = !property && TakeAnyWord("UNIQUE", "UNIQUENESS") ? ConstraintFilter.Unique
            : !property && TakeWord("KEY") ? ConstraintFilter.Key
            : TakeAnyWord("EXIST", "EXISTENCE") ? ConstraintFilter.Exist
            : property && TakeWord("TYPE") ? ConstraintFilter.Typed
            : ConstraintFilter.All;
        if (!TakeAnyWord("CONSTRAINTS", "CONSTRAINT"))
            throw Unexpected("INDEXES, CONSTRAINTS, FUNCTIONS, PROCEDURES, DATABASES, TRANSACTIONS, SETTINGS or USERS");
        return WithYield(new ShowConstraints(filter, entities, null, null));
    }
}
