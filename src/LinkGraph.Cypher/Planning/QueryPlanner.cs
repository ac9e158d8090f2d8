using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Joining;
using LinkGraph.Cypher.Execution.Shaping;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>
/// From clauses to operators, one clause after the other: each takes the plan so far as its input and the variables so far as its scope.
/// </summary>
internal sealed partial class QueryPlanner(PlanContext plan)
{
    private Operator at = new Argument();
    private Scope scope = Scope.Empty;
    private IReadOnlyList<(string Name, int Slot)> columns = [];
    private bool hasOneClause;

    /// <summary>Something in this query reads the graph, or writes it, before the clause that is planned now.</summary>
    private bool reads, writes;

    /// <summary>What has been written since rows were last taken in together; null if that cannot be told.</summary>
    private WriteEffects? written;

    public QueryPlan Plan(Query query)
    {
        var (operation, result) = PlanNested(query, Scope.Empty);
        return new QueryPlan(operation, [.. result.Select(c => c.Name)], [.. result.Select(c => c.Slot)], plan.Frame.Size, plan.Writes);
    }

    /// <summary>A query whose rows run beside a row: the variables of the scope are known in it.</summary>
    public (Operator Plan, IReadOnlyList<(string Name, int Slot)> Columns) PlanNested(Query query, Scope outer)
    {
        var (operation, result) = Part(query.First, outer);
        if (query.Unions.Count == 0)
        {
            return (operation, result);
        }

        var unified = result.Select(c => (c.Name, Slot: plan.Frame.Add())).ToList();
        var moves = Moves(result, unified);
        foreach (var union in query.Unions)
        {
            var (next, other) = Part(union.Query, outer);
            operation = new UnionAll(operation, next, moves, Moves(other, unified));
            operation = union.All ? operation : new Distinct(operation, [.. unified.Select(c => c.Slot)]);
            moves = [];
        }

        return (operation, unified);
    }

    private static (int From, int To)[] Moves(IReadOnlyList<(string Name, int Slot)> from, List<(string Name, int Slot)> to)
    {
        if (from.Count != to.Count || from.Any(c => to.All(t => t.Name != c.Name)))
        {
            throw CypherErrors.Syntax("All sub queries in an UNION must have the same return column names");
        }

        return [.. from.Select(c => (c.Slot, to.Single(t => t.Name == c.Name).Slot))];
    }

    private (Operator Plan, IReadOnlyList<(string Name, int Slot)> Columns) Part(SingleQuery query, Scope outer)
    {
        var planner = new QueryPlanner(plan) { scope = outer, hasOneClause = query.Clauses.Count == 1 };
        foreach (var clause in query.Clauses)
        {
            planner.Clause(clause);
        }

        return (planner.at, planner.columns);
    }

    private void Clause(Clause clause)
    {
        switch (clause)
        {
            case MatchClause match:
                Match(match);
                break;
            case UnwindClause unwind:
                written = null;
                Unwind(unwind);
                break;
            case WithClause with:
                Project(with.Projection, with.Where, false);
                break;
            case ReturnClause returned:
                Project(returned.Projection, null, true);
                break;
            case OrderClause order:
                written = null;
                at = Ordered(at, new Ordering(order.OrderBy, order.Skip, order.Limit), new ExpressionCompiler(plan, scope), scope.Slots);
                break;
            case CallSubqueryClause call:
                Subquery(call);
                break;
            case CallProcedureClause call:
                Procedure(call);
                break;
            case CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause:
                Write(clause);
                break;
            case FinishClause:
                at = new Finish(at);
                columns = [];
                break;
            case LoadCsvClause load:
                Load(load);
                break;
            case UseClause use:
                Use(use);
                break;
            default:
                throw CypherErrors.NotSupported($"{clause.GetType().Name} is not known yet.", clause.Span.Start);
        }
    }

    /// <summary>Reading sees all that the clauses before have written, for all rows.</summary>
    private void BeforeReading()
    {
        if (writes)
        {
            at = new Eager(at, scope.Slots);
            writes = false;
        }

        reads = true;
    }

    private void Match(MatchClause match)
    {
        BeforeReading();
        var builder = new PatternGraphBuilder(plan.Frame, scope);
        var graph = builder.Build(match.Patterns, match.Where);
        at = match.Optional
            ? new OptionalApply(at, MatchPlanner.Plan(plan, graph, builder.Scope, scope, new Argument()), [.. builder.Added])
            : MatchPlanner.Plan(plan, graph, builder.Scope, scope, at);
        scope = builder.Scope.Named();
    }

    private void Unwind(UnwindClause unwind)
    {
        var slot = plan.Frame.Add();
        var expressions = new ExpressionCompiler(plan, scope);
        at = unwind.List is FunctionInvocation { Namespace.Count: 0, Distinct: false, Arguments.Count: 2 or 3 } call && call.Name.Equals("range", StringComparison.OrdinalIgnoreCase)
            ? new UnwindRange(at, [.. call.Arguments.Select(expressions.Compile)], slot) { Details = unwind.Variable.Name }
            : new Unwind(at, expressions.Compile(unwind.List), slot) { Details = unwind.Variable.Name };
        scope = scope.With(unwind.Variable.Name, slot);
    }

    private void Subquery(CallSubqueryClause call)
    {
        var changes = SyntaxWalk.Any(call.Query, n => n is CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause);
        BeforeReading();
        if (changes && call.Transactions is null)
        {
            at = new Eager(at, scope.Slots);
        }

        var inner = call.Scope is null ? scope : call.Scope.All ? scope
            : call.Scope.Variables.Aggregate(Scope.Empty, (s, v) => s.With(v.Name, scope[v.Name]));
        var (operation, result) = PlanNested(call.Query, inner);
        var unit = !SyntaxWalk.Any(call.Query, n => n is ReturnClause or FinishClause) || result.Count == 0;
        if (unit)
        {
            operation = new Drain(operation);
        }

        var (before, produced) = (scope.Slots, result.Select(c => c.Slot).ToArray());
        if (call.Transactions is { } transactions)
        {
            InTransactions(call, transactions, operation, before, produced);
            changes = false;
        }
        else
        {
            at = call.Optional ? new OptionalApply(at, operation, produced) : new Apply(at, operation);
        }

        foreach (var (name, slot) in result)
        {
            scope = scope.With(name, slot);
        }

        writes |= changes;
    }
}
