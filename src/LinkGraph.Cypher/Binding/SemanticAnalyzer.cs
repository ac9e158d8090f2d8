using LinkGraph.Cypher.Planning;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Binding;

/// <summary>
/// What is wrong with a query although its grammar is right: names that mean nothing or two things, clauses that may not follow each other,
/// aggregates out of place, types that cannot be. The first fault is thrown, with its place.
/// </summary>
internal sealed partial class SemanticAnalyzer(ProcedureRegistry procedures)
{
    public void Check(Query query)
    {
        CheckTransactions(query);
        Check(query, new Names(), true);
    }

    /// <summary>A query inside an expression: it knows the names around it and may not write.</summary>
    public void Subquery(Query query, Names outer)
    {
        if (SyntaxWalk.Any(query, n => n is CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause))
        {
            throw CypherErrors.Syntax("A subquery of an expression cannot contain updating clauses", query.Span.Start);
        }

        Check(query, outer, false);
    }

    private List<string> Check(Query query, Names outer, bool complete)
    {
        var columns = Check(query.First, outer.Copy(), complete, query.Unions.Count == 0);
        foreach (var union in query.Unions)
        {
            if (!Check(union.Query, outer.Copy(), complete, false).ToHashSet().SetEquals(columns))
            {
                throw CypherErrors.Syntax("All sub queries in an UNION must have the same return column names", union.Span.Start);
            }
        }

        return columns;
    }

    private List<string> Check(SingleQuery query, Names names, bool complete, bool alone)
    {
        List<string> columns = [];
        for (var i = 0; i < query.Clauses.Count; i++)
        {
            var clause = query.Clauses[i];
            if (i > 0)
            {
                Follows(query.Clauses[i - 1], clause);
            }

            columns = Clause(clause, names, alone && query.Clauses.Count == 1) ?? columns;
        }

        if (complete && query.Clauses[^1] is MatchClause or WithClause or UnwindClause or LoadCsvClause)
        {
            throw CypherErrors.Syntax(
                "Query cannot conclude with this clause (must be a RETURN clause, a FINISH clause, an update clause, a unit subquery call, or a procedure call with no YIELD).",
                query.Clauses[^1].Span.Start);
        }

        return columns;
    }

    private static void Follows(Clause before, Clause after)
    {
        if (before is ReturnClause or FinishClause)
        {
            throw CypherErrors.Syntax("RETURN can only be used at the end of the query", before.Span.Start);
        }

        if (before is CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause
            && after is MatchClause or UnwindClause or LoadCsvClause or CallSubqueryClause or CallProcedureClause)
        {
            throw CypherErrors.Syntax("WITH is required between an updating clause and this clause", after.Span.Start);
        }
    }

    /// <summary>Returns the columns of what ends a query.</summary>
    private List<string>? Clause(Clause clause, Names names, bool alone)
    {
        switch (clause)
        {
            case MatchClause match:
                Match(match, names);
                break;
            case UnwindClause unwind:
                var list = new ExpressionChecker(this, names).Check(unwind.List);
                names.Declare(unwind.Variable, list is { Kind: StaticKind.List, Element: { } element } ? element : StaticType.Any);
                break;
            case LoadCsvClause load:
                new ExpressionChecker(this, names).Check(load.Url);
                names.Declare(load.Variable, load.WithHeaders ? StaticType.Map : StaticType.ListOf(StaticType.String));
                break;
            case WithClause with:
                Projected(with.Projection, with.Where, names, false);
                break;
            case ReturnClause returned:
                return Projected(returned.Projection, null, names, true);
            case CallSubqueryClause call:
                Call(call, names);
                break;
            case CallProcedureClause call:
                return Call(call, names, alone);
            case CreateClause create:
                Create(create, names);
                break;
            case MergeClause merge:
                Merge(merge, names);
                break;
            case SetClause set:
                Set(set.Items, names);
                break;
            case RemoveClause remove:
                Remove(remove, names);
                break;
            case DeleteClause delete:
                Delete(delete, names);
                break;
            case ForeachClause each:
                Foreach(each, names);
                break;
            default:
                break;
        }

        return null;
    }

    private void Foreach(ForeachClause each, Names names)
    {
        new ExpressionChecker(this, names).Check(each.List);
        var inner = names.Copy();
        inner.Declare(each.Variable, StaticType.Any);
        foreach (var update in each.Updates)
        {
            if (update is not (CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause))
            {
                throw CypherErrors.Syntax("Invalid use of a reading clause inside FOREACH", update.Span.Start);
            }

            Clause(update, inner, false);
        }
    }

    private void Call(CallSubqueryClause call, Names names)
    {
        var inner = names.Copy();
        if (call.Scope is { All: false } scope)
        {
            inner = new Names();
            foreach (var variable in scope.Variables)
            {
                inner.Set(variable.Name, names.Use(variable));
            }
        }
        else if (call.Scope is null && call.Query.First.Clauses[0] is not WithClause)
        {
            inner = new Names();
        }

        if (call.Scope is not null)
        {
            CheckShadowing(call.Query, inner);
        }

        Aliased(call.Query);
        foreach (var column in Check(call.Query, inner, true))
        {
            names.Declare(new Variable(column) { Span = call.Span }, StaticType.Any);
        }

        if (call.Transactions?.ReportStatus is { } status)
        {
            names.Declare(status, StaticType.Map);
        }
    }

    /// <summary>What a subquery returns becomes a variable, so it needs a name that can be written.</summary>
    private static void Aliased(Query query)
    {
        foreach (var part in query.Unions.Select(union => union.Query).Prepend(query.First))
        {
            if (part.Clauses[^1] is ReturnClause returned && returned.Projection.Items.FirstOrDefault(item => item.Alias is null && item.Expression is not Variable) is { } unnamed)
            {
                throw CypherErrors.Syntax("Expression in CALL { RETURN ... } must be aliased (use AS)", unnamed.Expression.Span.Start);
            }
        }
    }

    private List<string>? Call(CallProcedureClause call, Names names, bool alone)
    {
        if (procedures.Find(call.Procedure.FullName) is not { } procedure)
        {
            throw CypherErrors.ProcedureNotFound($"There is no procedure with the name `{call.Procedure.FullName}` registered for this database instance.", call.Span.Start);
        }

        if (call.Arguments is null && !alone)
        {
            throw CypherErrors.Syntax("Procedure call inside a query does not support passing arguments implicitly. Please pass arguments explicitly in parentheses after procedure name", call.Span.Start);
        }

        var checker = new ExpressionChecker(this, names);
        foreach (var (argument, input) in (call.Arguments ?? []).Zip(procedure.Inputs))
        {
            if (!Takes(input.Type, checker.Check(argument)))
            {
                throw CypherErrors.Syntax($"Type mismatch: expected {input.Type}", argument.Span.Start);
            }
        }

        if (!alone && (call.Yield is { All: true } || (call.Yield is null && procedure.Outputs.Count > 0)))
        {
            throw CypherErrors.Syntax("Procedure call inside a query does not support naming results implicitly (name explicitly using `YIELD` instead)", call.Span.Start);
        }

        if (call.Yield is { All: false } yield)
        {
            foreach (var item in yield.Items)
            {
                names.Declare((item.Alias ?? new Variable(item.Column)) with { Span = item.Span }, StaticType.Any);
            }

            if (yield.Where is { } where)
            {
                new ExpressionChecker(this, names).Predicate(where);
            }
        }

        return alone ? [.. procedure.Outputs.Select(o => o.Name)] : null;
    }

    private static bool Takes(string type, StaticType given) => type.TrimEnd('?') switch
    {
        "STRING" => given.MayBe(StaticKind.String),
        "INTEGER" => given.MayBe(StaticKind.Integer),
        "FLOAT" or "NUMBER" => given.MayBe(StaticKind.Integer, StaticKind.Float),
        "BOOLEAN" => given.MayBe(StaticKind.Boolean),
        _ => true,
    };

    private void Set(IEnumerable<SetItem> items, Names names)
    {
        var checker = new ExpressionChecker(this, names);
        foreach (var item in items)
        {
            switch (item)
            {
                case SetProperty property:
                    checker.Check(property.Target);
                    checker.Check(property.Value);
                    break;
                case SetDynamicProperty dynamic:
                    checker.Check(dynamic.Target);
                    checker.Check(dynamic.Value);
                    break;
                case ReplaceProperties replace:
                    names.Use(replace.Variable);
                    Properties(replace.Value, checker);
                    break;
                case AddProperties add:
                    names.Use(add.Variable);
                    Properties(add.Value, checker);
                    break;
                case SetLabels labels:
                    names.Use(labels.Variable);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Properties(Expression value, ExpressionChecker checker)
    {
        if (checker.Check(value) is var type && !type.MayBe(StaticKind.Map, StaticKind.Node, StaticKind.Relationship))
        {
            throw ExpressionChecker.Mismatch(value, type, StaticKind.Map, StaticKind.Node, StaticKind.Relationship);
        }
    }

    private void Remove(RemoveClause remove, Names names)
    {
        var checker = new ExpressionChecker(this, names);
        foreach (var item in remove.Items)
        {
            switch (item)
            {
                case RemoveProperty property:
                    checker.Check(property.Target);
                    break;
                case RemoveDynamicProperty dynamic:
                    checker.Check(dynamic.Target);
                    break;
                case RemoveLabels labels:
                    names.Use(labels.Variable);
                    break;
                default:
                    break;
            }
        }
    }

    private void Delete(DeleteClause delete, Names names)
    {
        var checker = new ExpressionChecker(this, names);
        foreach (var expression in delete.Expressions)
        {
            if (expression is LabelPredicate)
            {
                throw CypherErrors.Syntax("DELETE doesn't support removing labels from a node. Try REMOVE.", expression.Span.Start);
            }

            if (checker.Check(expression) is var type && !type.MayBe(StaticKind.Node, StaticKind.Relationship, StaticKind.Path))
            {
                throw CypherErrors.Syntax($"Type mismatch: expected Node, Path or Relationship but was {type}", expression.Span.Start);
            }
        }
    }
}
