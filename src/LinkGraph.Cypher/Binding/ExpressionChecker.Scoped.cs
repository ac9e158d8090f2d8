using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Binding;

/// <summary>Expressions with variables or queries of their own.</summary>
internal sealed partial class ExpressionChecker
{
    private ExpressionChecker With(params ReadOnlySpan<(Variable Variable, StaticType Type)> inner)
    {
        var extended = names.Copy();
        foreach (var (variable, type) in inner)
        {
            extended.Set(variable.Name, type);
        }

        return new ExpressionChecker(analyzer, extended);
    }

    private StaticType Items(Expression list)
    {
        var type = Wanted(list, Check(list), StaticKind.List);
        return type is { Kind: StaticKind.List, Element: { } element } ? element : StaticType.Any;
    }

    private StaticType Comprehension(ListComprehension comprehension)
    {
        var item = Items(comprehension.List);
        var inner = With((comprehension.Variable, item));
        if (comprehension.Where is { } where)
        {
            inner.Predicate(where);
        }

        return StaticType.ListOf(comprehension.Projection is { } projection ? inner.Check(projection) : item);
    }

    private StaticType Quantifier(QuantifierExpression quantifier)
    {
        var inner = With((quantifier.Variable, Items(quantifier.List)));
        inner.Predicate(quantifier.Where ?? quantifier.Variable);
        return StaticType.Boolean;
    }

    private StaticType Reduce(ReduceExpression reduce)
    {
        Check(reduce.Initial);
        With((reduce.Accumulator, StaticType.Any), (reduce.Variable, Items(reduce.List))).Check(reduce.Body);
        return StaticType.Any;
    }

    private StaticType Projection(MapProjection projection)
    {
        Wanted(projection.Variable, Check(projection.Variable), StaticKind.Map, StaticKind.Node, StaticKind.Relationship);
        foreach (var item in projection.Items)
        {
            Check(item switch
            {
                ProjectedVariable named => named.Variable,
                ProjectedEntry entry => entry.Value,
                _ => projection.Variable,
            });
        }

        return StaticType.Map;
    }

    private StaticType Pattern(PatternComprehension comprehension)
    {
        var inner = names.Copy();
        analyzer.Pattern(comprehension.Pattern, inner, []);
        var checker = new ExpressionChecker(analyzer, inner);
        if (comprehension.Where is { } where)
        {
            checker.Predicate(where);
        }

        return StaticType.ListOf(checker.Check(comprehension.Projection));
    }

    /// <summary>A pattern that stands as a predicate makes no variables.</summary>
    private StaticType Pattern(PatternExpression expression)
    {
        foreach (var variable in expression.Pattern.Elements.Select(e => (e as NodePattern)?.Variable ?? (e as RelationshipPattern)?.Variable).OfType<Variable>())
        {
            names.Use(variable);
        }

        analyzer.Pattern(expression.Pattern, names.Copy(), []);
        return expression.Pattern.Function switch
        {
            ShortestFunction.ShortestPath => StaticType.Path,
            ShortestFunction.AllShortestPaths => StaticType.ListOf(StaticType.Path),
            _ => StaticType.Boolean,
        };
    }

    private StaticType Query(Query query, StaticType result)
    {
        analyzer.Subquery(query, names);
        return result;
    }
}
