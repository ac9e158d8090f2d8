using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Binding;

/// <summary>WITH and RETURN.</summary>
internal sealed partial class SemanticAnalyzer
{
    private List<string> Projected(Projection projection, Expression? where, Names names, bool last)
    {
        if (projection.All && names.IsEmpty && last)
        {
            throw CypherErrors.Syntax("RETURN * is not allowed when there are no variables in scope", projection.Span.Start);
        }

        var (projected, columns) = (new Names(), new List<string>());
        foreach (var name in projection.All ? names.All.Order(StringComparer.Ordinal).ToList() : [])
        {
            projected.Set(name, names.TypeOf(name)!);
            columns.Add(name);
        }

        var checker = new ExpressionChecker(this, names, aggregates: true);
        foreach (var item in projection.Items)
        {
            var type = checker.Check(item.Expression);
            if (!last && item.Alias is null && item.Expression is not Variable)
            {
                throw CypherErrors.Syntax("Expression in WITH must be aliased (use AS)", item.Span.Start);
            }

            if (columns.Contains(item.ColumnName))
            {
                throw CypherErrors.Syntax("Multiple result columns with the same name are not supported", item.Span.Start);
            }

            projected.Set(item.ColumnName, type);
            columns.Add(item.ColumnName);
        }

        var grouped = projection.Items.Any(i => ExpressionTree.HasAggregate(i.Expression));
        Ordered(projection, where, names, projected, grouped);
        foreach (var name in names.All.ToList())
        {
            names.Remove(name);
        }

        foreach (var name in projected.All)
        {
            names.Set(name, projected.TypeOf(name)!);
        }

        return columns;
    }

    private void Ordered(Projection projection, Expression? where, Names names, Names projected, bool grouped)
    {
        HashSet<Expression> keys = [.. projection.Items.Select(i => i.Expression).Where(e => !ExpressionTree.HasAggregate(e))];
        HashSet<Expression> simple = [.. keys.Where(IsSimple)];
        if (projection.All)
        {
            keys.UnionWith(names.All.Select(n => new Variable(n)));
        }

        foreach (var item in projection.Items.Where(i => grouped && ExpressionTree.HasAggregate(i.Expression)))
        {
            Grouped(item.Expression, simple, []);
        }

        var visible = projected.Copy();
        foreach (var name in names.All.Where(n => !projected.Has(n) && !grouped && !projection.Distinct))
        {
            visible.Set(name, names.TypeOf(name)!);
        }

        HashSet<Expression> computed = [.. projection.Items.Select(i => i.Expression)];
        foreach (var order in projection.OrderBy)
        {
            if (computed.Contains(order.Expression))
            {
                continue;
            }

            if (ExpressionTree.HasAggregate(order.Expression))
            {
                if (!grouped)
                {
                    throw CypherErrors.Syntax("Cannot use aggregation in ORDER BY if there are no aggregate expressions in the preceding RETURN or WITH", order.Span.Start);
                }

                foreach (var aggregate in ExpressionTree.Aggregates(order.Expression).Except(computed.SelectMany(ExpressionTree.Aggregates)))
                {
                    new ExpressionChecker(this, projected, aggregates: true).Check(aggregate);
                }

                Grouped(order.Expression, [.. simple, .. projected.All.Select(n => new Variable(n))], []);
                continue;
            }

            new ExpressionChecker(this, Reachable(order.Expression)).Check(order.Expression);
        }

        Constant(projection.Skip, "SKIP");
        Constant(projection.Limit, "LIMIT");
        if (where is not null)
        {
            new ExpressionChecker(this, Reachable(where)).Predicate(where);
        }

        Names Reachable(Expression expression)
        {
            var reachable = visible.Copy();
            foreach (var name in grouped || projection.Distinct ? Reached(expression, keys, names) : [])
            {
                reachable.Set(name, StaticType.Any);
            }

            return reachable;
        }
    }

    /// <summary>What may stand beside aggregates without being a column of its own that is named: a variable, or a property of one.</summary>
    private static bool IsSimple(Expression key) => key is Variable || (key is PropertyAccess access && IsSimple(access.Subject));

    /// <summary>Names that an expression uses only inside of what is projected.</summary>
    private static IEnumerable<string> Reached(Expression expression, HashSet<Expression> keys, Names names) => keys.Contains(expression)
        ? ExpressionTree.Names(expression).Where(names.Has)
        : ExpressionTree.Children(expression).SelectMany(c => Reached(c, keys, names));

    /// <summary>Beside aggregates stand constants, grouping keys, and what is made of these.</summary>
    private static void Grouped(Expression expression, HashSet<Expression> keys, HashSet<string> local)
    {
        if (keys.Contains(expression) || ExpressionTree.IsAggregate(expression))
        {
            return;
        }

        switch (expression)
        {
            case Variable variable when !local.Contains(variable.Name):
                throw CypherErrors.Syntax(
                    "Aggregation column contains implicit grouping expressions. For example, in 'RETURN n.a, n.a + n.b + count(*)' the aggregation expression 'n.a + n.b + count(*)' includes the implicit grouping key 'n.b'. It may be possible to rewrite the query by extracting these grouping/aggregation expressions into a preceding WITH clause. Illegal expression(s): "
                    + variable.Name, variable.Span.Start);
            case ListComprehension comprehension:
                local = [.. local, comprehension.Variable.Name];
                break;
            case QuantifierExpression quantifier:
                local = [.. local, quantifier.Variable.Name];
                break;
            case ReduceExpression reduce:
                local = [.. local, reduce.Variable.Name, reduce.Accumulator.Name];
                break;
            default:
                break;
        }

        foreach (var child in ExpressionTree.Children(expression))
        {
            Grouped(child, keys, local);
        }
    }

    private void Constant(Expression? count, string clause)
    {
        if (count is null)
        {
            return;
        }

        if (SyntaxWalk.Any(count, n => n is Variable))
        {
            throw CypherErrors.Syntax($"It is not allowed to refer to variables in {clause}", count.Span.Start);
        }

        var type = new ExpressionChecker(this, new Names()).Check(count);
        if (!type.MayBe(StaticKind.Integer) || count is IntegerLiteral { Value: < 0 })
        {
            throw CypherErrors.Syntax($"Invalid input. {clause} takes a non-negative integer", count.Span.Start);
        }
    }
}
