using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>Walks expressions.</summary>
internal static class ExpressionTree
{
    private static readonly HashSet<string> s_aggregates = new(StringComparer.OrdinalIgnoreCase)
    {
        "count", "sum", "avg", "min", "max", "collect", "stDev", "stDevP", "percentileCont", "percentileDisc",
    };

    public static bool IsAggregate(Expression expression) => expression is CountStar
        || (expression is FunctionInvocation { Namespace.Count: 0 } call && s_aggregates.Contains(call.Name));

    public static bool HasAggregate(Expression expression) => IsAggregate(expression) || Children(expression).Any(HasAggregate);

    /// <summary>Aggregates, outermost first.</summary>
    public static IEnumerable<Expression> Aggregates(Expression expression) =>
        IsAggregate(expression) ? [expression] : Children(expression).SelectMany(Aggregates);

    /// <summary>Operands of a conjunction, of nested ones too; a chain of comparisons (a &lt; b &lt; c) is one where what stands twice then costs nothing.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression? expression) => expression switch
    {
        null => [],
        LogicalExpression { Operator: LogicalOperator.And } and => and.Operands.SelectMany(Conjuncts),
        ComparisonExpression { Rest.Count: > 1 } chain when chain.Rest.SkipLast(1).All(part => IsSimple(part.Operand)) => Links(chain),
        _ => [expression],
    };

    private static bool IsSimple(Expression expression) =>
        expression is Variable or Parameter or IntegerLiteral or FloatLiteral or StringLiteral or PropertyAccess { Subject: Variable };

    private static IEnumerable<Expression> Links(ComparisonExpression chain)
    {
        var left = chain.First;
        foreach (var part in chain.Rest)
        {
            yield return new ComparisonExpression(left, [part]) { Span = chain.Span };
            left = part.Operand;
        }
    }

    /// <summary>Names that an expression needs from outside. Of subqueries all names that occur are given, those they make themselves too.</summary>
    public static HashSet<string> Names(Expression expression)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        SyntaxWalk.Variables(expression, names);
        return names;
    }

    /// <summary>Direct operands; subqueries and patterns have none.</summary>
    public static IEnumerable<Expression> Children(Expression expression) => expression switch
    {
        FunctionInvocation call => call.Arguments,
        PropertyAccess access => [access.Subject],
        IndexAccess access => [access.Subject, access.Index],
        SliceAccess slice => Present(slice.Subject, slice.From, slice.To),
        ListLiteral list => list.Items,
        MapLiteral map => map.Entries.Select(e => e.Value),
        LogicalExpression logical => logical.Operands,
        NotExpression not => [not.Operand],
        ComparisonExpression comparison => comparison.Rest.Select(r => r.Operand).Prepend(comparison.First),
        BinaryExpression binary => [binary.Left, binary.Right],
        SignExpression sign => [sign.Operand],
        IsNullExpression test => [test.Operand],
        IsNormalizedExpression test => [test.Operand],
        IsTypedExpression test => [test.Operand],
        LabelPredicate predicate => [predicate.Subject],
        SearchedCase searched => searched.Branches.SelectMany(b => new[] { b.Condition, b.Result }).Concat(Present(searched.Else)),
        SimpleCase simple => simple.Branches.SelectMany(b => b.Tests.Append(b.Result)).Prepend(simple.Subject).Concat(Present(simple.Else)),
        ListComprehension comprehension => Present(comprehension.List, comprehension.Where, comprehension.Projection),
        ReduceExpression reduce => [reduce.Initial, reduce.List, reduce.Body],
        QuantifierExpression quantifier => Present(quantifier.List, quantifier.Where),
        MapProjection projection => projection.Items.OfType<ProjectedEntry>().Select(e => e.Value),
        _ => [],
    };

    private static IEnumerable<Expression> Present(params Expression?[] expressions) => expressions.OfType<Expression>();
}
