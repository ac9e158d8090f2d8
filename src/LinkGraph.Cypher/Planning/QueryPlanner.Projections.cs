using LinkGraph.Cypher.Execution;
using LinkGraph.Cypher.Execution.Shaping;
using LinkGraph.Cypher.Functions.Aggregates;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>What follows a projection.</summary>
internal sealed record Ordering(SyntaxList<SortItem> OrderBy, Expression? Skip, Expression? Limit);

/// <summary>WITH and RETURN: items, groups, DISTINCT, order, SKIP, LIMIT, WHERE.</summary>
internal sealed partial class QueryPlanner
{
    private void Project(Projection projection, Expression? where, bool last)
    {
        // A projection reads properties, which other rows may yet write.
        if (writes)
        {
            BeforeReading();
        }

        List<(string Name, Expression Expression)> items = projection.All
            ? [.. scope.Names.Order(StringComparer.Ordinal).Select(n => (n, (Expression)new Variable(n)))]
            : [];
        items.AddRange(projection.Items.Select(i => (i.ColumnName, i.Expression)));
        var grouped = items.Exists(i => ExpressionTree.HasAggregate(i.Expression));
        var known = new Dictionary<Expression, int>();
        var result = grouped ? Grouped(items, projection.OrderBy, known) : Plain(items, known);
        var named = result.Aggregate(Scope.Empty, (s, c) => s.With(c.Name, c.Slot));
        if (projection.Distinct)
        {
            at = new Distinct(at, [.. result.Select(c => c.Slot)]);
        }

        var all = grouped || projection.Distinct ? named : scope.With(named);
        var expressions = new ExpressionCompiler(plan, all, Unshadowed(known, named));
        int[] live = where is null || grouped || projection.Distinct ? named.Slots : [.. all.Slots.Union(named.Slots)];
        at = Ordered(at, new Ordering(projection.OrderBy, projection.Skip, projection.Limit), expressions, live);
        if (where is not null)
        {
            at = new Filter(at, expressions.Predicate(where)) { Details = CypherPrinter.Print(where) };
        }

        scope = named;
        columns = last ? result : columns;
    }

    /// <summary>What was computed before is not taken for an expression whose names mean something else now.</summary>
    private Dictionary<Expression, int> Unshadowed(Dictionary<Expression, int> known, Scope named) => known
        .Where(k => k.Key is not Variable && ExpressionTree.Names(k.Key).All(n => !named.Has(n) || (scope.Has(n) && named[n] == scope[n])))
        .ToDictionary(k => k.Key, k => k.Value);

    /// <summary>Variables keep their slots; all else is computed into new ones.</summary>
    private List<(string Name, int Slot)> Plain(List<(string Name, Expression Expression)> items, Dictionary<Expression, int> known)
    {
        var expressions = new ExpressionCompiler(plan, scope);
        var result = new List<(string, int)>();
        var computed = new List<(int, Evaluator)>();
        foreach (var (name, expression) in items)
        {
            var slot = expression is Variable variable ? scope[variable.Name] : plan.Frame.Add();
            if (expression is not Variable)
            {
                computed.Add((slot, expressions.Compile(expression)));
                known.TryAdd(expression, slot);
            }

            result.Add((name, slot));
        }

        at = computed.Count > 0 ? new Compute(at, [.. computed]) { Details = string.Join(", ", items.Select(i => i.Name)) } : at;
        return result;
    }

    private List<(string Name, int Slot)> Grouped(
        List<(string Name, Expression Expression)> items, SyntaxList<SortItem> orderBy, Dictionary<Expression, int> known)
    {
        var before = new ExpressionCompiler(plan, scope);
        var keys = new List<(int, Evaluator)>();
        var after = Scope.Empty;
        foreach (var (_, expression) in items.Where(i => !ExpressionTree.HasAggregate(i.Expression)))
        {
            var slot = expression is Variable variable ? scope[variable.Name] : plan.Frame.Add();
            if (known.TryAdd(expression, slot))
            {
                keys.Add((slot, before.Compile(expression)));
            }

            after = expression is Variable key ? after.With(key.Name, slot) : after;
        }

        var aggregates = new List<Aggregate>();
        foreach (var aggregate in items.Select(i => i.Expression).Concat(orderBy.Select(o => o.Expression)).SelectMany(ExpressionTree.Aggregates))
        {
            if (!known.ContainsKey(aggregate))
            {
                var slot = plan.Frame.Add();
                known.Add(aggregate, slot);
                aggregates.Add(Aggregated(aggregate, slot, before));
            }
        }

        var details = string.Join(", ", items.Select(i => i.Name));
        at = (keys.Count == 0 ? CountStore.Counted(at, scope, [.. known.Where(k => ExpressionTree.IsAggregate(k.Key))], details) : null)
            ?? new Aggregation(at, [.. keys], [.. aggregates]) { Details = details };
        var expressions = new ExpressionCompiler(plan, after, known);
        var result = new List<(string, int)>();
        var computed = new List<(int, Evaluator)>();
        foreach (var (name, expression) in items)
        {
            if (!known.TryGetValue(expression, out var slot))
            {
                slot = plan.Frame.Add();
                computed.Add((slot, expressions.Compile(expression)));
                known.Add(expression, slot);
            }

            result.Add((name, slot));
        }

        at = computed.Count > 0 ? new Compute(at, [.. computed]) : at;
        return result;
    }

    private static Aggregate Aggregated(Expression expression, int slot, ExpressionCompiler expressions)
    {
        if (expression is CountStar)
        {
            return new Aggregate(slot, AggregateRegistry.CountRows, null, null, false);
        }

        var call = (FunctionInvocation)expression;
        if (call.Arguments.Any(ExpressionTree.HasAggregate))
        {
            throw CypherErrors.Syntax("Can't use aggregate functions inside of aggregate functions.", call.Span.Start);
        }

        var arguments = call.Arguments.Select(expressions.Compile).ToArray();
        var function = AggregateRegistry.Find(call.Name)!;
        return arguments.Length == function.Arguments
            ? new Aggregate(slot, function, arguments[0], arguments.Length > 1 ? arguments[1] : null, call.Distinct, OwnerOf(call.Arguments[0], expressions.Scope))
            : throw CypherErrors.Syntax($"{call.Name} takes {function.Arguments} arguments", call.Span.Start);
    }

    private static int OwnerOf(Expression argument, Scope scope) =>
        argument is PropertyAccess { Subject: Variable variable } && scope.Has(variable.Name) ? scope[variable.Name] : -1;

    private Operator Ordered(Operator input, Ordering ordering, ExpressionCompiler expressions, int[] live)
    {
        var constant = new ExpressionCompiler(plan, Scope.Empty);
        var (skip, limit) = (ordering.Skip is null ? null : constant.Compile(ordering.Skip), ordering.Limit is null ? null : constant.Compile(ordering.Limit));
        if (ordering.OrderBy.Count > 0)
        {
            var (keys, computed) = (new List<SortKey>(), new List<(int, Evaluator)>());
            foreach (var item in ordering.OrderBy)
            {
                var slot = plan.Frame.Add();
                computed.Add((slot, expressions.Compile(item.Expression)));
                keys.Add(new SortKey(slot, item.Descending));
            }

            input = new Compute(input, [.. computed]);
            input = new Sort(input, [.. live.Union(keys.Select(k => k.Slot))], [.. keys], skip is null && !HasEffects ? limit : null);
        }

        input = skip is null ? input : new Skip(input, skip);
        return limit is null ? input : new Limit(input, limit, HasEffects);
    }

    private bool HasEffects => plan.Writes;
}
