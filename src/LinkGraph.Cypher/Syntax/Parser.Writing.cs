using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

internal sealed partial class Parser
{
    private CreateClause ParseCreate()
    {
        var insert = AtWord("INSERT");
        _at++;
        _colonAndAllowed = !insert;
        var patterns = ParseList(ParsePathPattern);
        _colonAndAllowed = true;
        foreach (var pattern in patterns) CheckWritten(pattern, insert ? "INSERT" : "CREATE");
        return new CreateClause(insert, patterns);
    }

    private MergeClause ParseMerge()
    {
        _at++;
        var pattern = ParsePathPattern();
        CheckWritten(pattern, "MERGE");
        var actions = new List<MergeAction>();
        while (AtWord("ON"))
        {
            var start = _at++;
            var create = TakeWord("CREATE");
            if (!create && !TakeWord("MATCH")) throw Unexpected("'CREATE' or 'MATCH'");
            ExpectWord("SET");
            actions.Add(new MergeAction(create, ParseList(ParseSetItem)) { Span = From(start) });
        }
        return new MergeClause(pattern, [.. actions]);
    }

    private SetClause ParseSet()
    {
        _at++;
        return new SetClause(ParseList(ParseSetItem));
    }

    private SetItem ParseSetItem()
    {
        var start = _at;
        var target = ParsePostfix(labels: false);
        switch (target)
        {
            case PropertyAccess property:
                Expect(TokenKind.Equal, "'='");
                return new SetProperty(property, ParseExpression()) { Span = From(start) };
            case IndexAccess index:
                Expect(TokenKind.Equal, "'='");
                return new SetDynamicProperty(index, ParseExpression()) { Span = From(start) };
            case Variable variable when Take(TokenKind.Equal):
                return new ReplaceProperties(variable, ParseExpression()) { Span = From(start) };
            case Variable variable when Take(TokenKind.PlusEqual):
                return new AddProperties(variable, ParseExpression()) { Span = From(start) };
            case Variable variable when At(TokenKind.Colon) || AtWord("IS"):
                return new SetLabels(variable, ParseLabelList("SET")) { Span = From(start) };
            case Variable:
                throw Unexpected("'.', ':', '=', '+=' or '['");
            default:
                throw Error("Invalid input: expected a property, labels or a variable to set", start);
        }
    }

    private RemoveClause ParseRemove()
    {
        _at++;
        return new RemoveClause(ParseList(ParseRemoveItem));
    }

    private RemoveItem ParseRemoveItem()
    {
        var start = _at;
        switch (ParsePostfix(labels: false))
        {
            case PropertyAccess property:
                return new RemoveProperty(property) { Span = From(start) };
            case IndexAccess index:
                return new RemoveDynamicProperty(index) { Span = From(start) };
            case Variable variable when At(TokenKind.Colon) || AtWord("IS"):
                return new RemoveLabels(variable, ParseLabelList("REMOVE")) { Span = From(start) };
            case Variable:
                throw Unexpected("'.', ':' or '['");
            default:
                throw Error("Invalid input: expected a property or labels to remove", start);
        }
    }

    /// <summary>The labels of SET and REMOVE: <c>:A:$(b)</c>, or one behind IS.</summary>
    private SyntaxList<LabelExpression> ParseLabelList(string clause)
    {
        if (TakeWord("IS"))
        {
            var single = ParseLabelAtom(labelsOnly: true);
            if (At(TokenKind.Colon))
                throw Error($"It is not supported to use the `IS` keyword together with multiple labels in `{clause}`.", _at);
            return [single];
        }
        var labels = new List<LabelExpression>();
        while (Take(TokenKind.Colon)) labels.Add(ParseLabelAtom(labelsOnly: true));
        return [.. labels];
    }

    private DeleteClause ParseDelete()
    {
        var mode = TakeWord("DETACH") ? DeleteMode.Detach : TakeWord("NODETACH") ? DeleteMode.NoDetach : DeleteMode.Default;
        ExpectWord("DELETE");
        return new DeleteClause(mode, ParseList(ParseExpression));
    }

    private ForeachClause ParseForeach()
    {
        Enter();
        _at++;
        Expect(TokenKind.OpenParen, "'('");
        var outerBar = _projectionBar;
        _projectionBar = FirstBar(_at);
        var variable = ParseVariable();
        ExpectWord("IN");
        var list = ParseExpression();
        _projectionBar = outerBar;
        Expect(TokenKind.Bar, "'|'");
        var updates = new List<Clause>();
        while (ParseClause() is { } clause)
        {
            if (clause is not (CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause))
                throw Error($"Invalid use of {_tokens[TokenAt(clause)].Text.ToUpperInvariant()} inside FOREACH", TokenAt(clause));
            updates.Add(clause);
        }
        if (updates.Count == 0) throw Unexpected("an updating clause");
        Expect(TokenKind.CloseParen, "')'");
        Leave();
        return new ForeachClause(variable, list, [.. updates]);
    }

    /// <summary>The index of the token a clause just read began with.</summary>
    private int TokenAt(Clause clause)
    {
        var index = _at;
        while (index > 0 && _tokens[index].Span.Offset > clause.Span.Offset) index--;
        return index;
    }
}
