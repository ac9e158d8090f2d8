using LinkGraph.Cypher.Functions;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Binding;

/// <summary>Checks expressions: names, aggregates, types as far as they can be known; and says what they give.</summary>
internal sealed partial class ExpressionChecker(SemanticAnalyzer analyzer, Names names, bool aggregates = false)
{
    public StaticType Check(Expression expression) => expression switch
    {
        Variable variable => names.Use(variable),
        NullLiteral => StaticType.Null,
        BooleanLiteral => StaticType.Boolean,
        IntegerLiteral => StaticType.Integer,
        FloatLiteral => StaticType.Float,
        StringLiteral => StaticType.String,
        ListLiteral list => StaticType.ListOf(Common(list.Items.Select(Check).ToList())),
        MapLiteral map => All(map, StaticType.Map),
        PropertyAccess access => Property(access),
        LogicalExpression logical => Booleans(logical.Operands),
        NotExpression not => Booleans([not.Operand]),
        ComparisonExpression comparison => All(comparison, StaticType.Boolean),
        IsNullExpression or IsNormalizedExpression or IsTypedExpression => All(expression, StaticType.Boolean),
        LabelPredicate predicate => Labels(predicate),
        BinaryExpression binary => Binary(binary),
        SignExpression sign => Wanted(sign.Operand, Check(sign.Operand), StaticKind.Integer, StaticKind.Float),
        IndexAccess index => Index(index),
        SliceAccess slice => Slice(slice),
        FunctionInvocation call => Call(call),
        CountStar => Aggregate(expression, StaticType.Integer),
        ListComprehension comprehension => Comprehension(comprehension),
        QuantifierExpression quantifier => Quantifier(quantifier),
        ReduceExpression reduce => Reduce(reduce),
        MapProjection projection => Projection(projection),
        PatternComprehension comprehension => Pattern(comprehension),
        PatternExpression { Pattern.Function: ShortestFunction.None } => throw CypherErrors.Syntax(
            "A pattern expression should only be used in order to test the existence of a pattern. It can no longer be used inside the function size(), an alternative is to replace size() with COUNT {}.", expression.Span.Start),
        PatternExpression pattern => Pattern(pattern),
        SearchedCase searched => Searched(searched),
        ExistsExpression exists => Query(exists.Query, StaticType.Boolean),
        CountExpression count => Query(count.Query, StaticType.Integer),
        CollectExpression collect => Query(collect.Query, StaticType.List),
        _ => All(expression, StaticType.Any),
    };

    /// <summary>An expression that stands as a predicate.</summary>
    public void Predicate(Expression expression)
    {
        if (expression is PatternExpression { Pattern.Function: ShortestFunction.None } pattern)
        {
            Pattern(pattern);
            return;
        }

        Wanted(expression, Check(expression), StaticKind.Boolean);
    }

    public static CypherException Mismatch(Expression at, StaticType was, params ReadOnlySpan<StaticKind> wanted) =>
        CypherErrors.Syntax($"Type mismatch: expected {string.Join(", ", wanted.ToArray())} but was {was}", at.Span.Start);

    private static StaticType Wanted(Expression at, StaticType was, params ReadOnlySpan<StaticKind> wanted) => was.MayBe(wanted) ? was : throw Mismatch(at, was, wanted);

    private static StaticType Common(List<StaticType> types) =>
        types.Count > 0 && types.TrueForAll(t => t == types[0]) ? types[0] : StaticType.Any;

    private StaticType All(Expression expression, StaticType result)
    {
        foreach (var child in ExpressionTree.Children(expression))
        {
            Check(child);
        }

        return result;
    }

    private StaticType Property(PropertyAccess access)
    {
        var subject = Check(access.Subject);
        return subject.MayBe(StaticKind.Map, StaticKind.Node, StaticKind.Relationship)
            ? StaticType.Any
            : subject is { Kind: StaticKind.Path } or { Element.Kind: StaticKind.Node or StaticKind.Relationship } ? throw Mismatch(access, subject, StaticKind.Map, StaticKind.Node, StaticKind.Relationship)
            : throw CypherErrors.Type($"Type mismatch: expected Map, Node, Relationship, Point, Duration or a temporal value but was {subject}", access.Span.Start);
    }

    private StaticType Searched(SearchedCase searched)
    {
        foreach (var branch in searched.Branches)
        {
            Predicate(branch.Condition);
            Check(branch.Result);
        }

        if (searched.Else is { } otherwise)
        {
            Check(otherwise);
        }

        return StaticType.Any;
    }

    private StaticType Booleans(IEnumerable<Expression> operands)
    {
        foreach (var operand in operands)
        {
            Predicate(operand);
        }

        return StaticType.Boolean;
    }

    private StaticType Labels(LabelPredicate predicate)
    {
        Wanted(predicate.Subject, Check(predicate.Subject), StaticKind.Node, StaticKind.Relationship);
        return StaticType.Boolean;
    }

    private StaticType Binary(BinaryExpression binary)
    {
        var (left, right) = (Check(binary.Left), Check(binary.Right));
        switch (binary.Operator)
        {
            case BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo or BinaryOperator.Power:
                Wanted(binary.Left, left, StaticKind.Integer, StaticKind.Float);
                Wanted(binary.Right, right, StaticKind.Integer, StaticKind.Float);
                return left == right && binary.Operator != BinaryOperator.Power ? left : StaticType.Any;
            case BinaryOperator.Add:
                return left == right && left.Kind is StaticKind.Integer or StaticKind.Float or StaticKind.String ? left : StaticType.Any;
            case BinaryOperator.Concatenate when IsWritten(binary.Left) && IsWritten(binary.Right):
                Wanted(binary.Left, left, StaticKind.String, StaticKind.List);
                Wanted(binary.Right, right, left.Kind is StaticKind.String or StaticKind.List ? [left.Kind] : [StaticKind.String, StaticKind.List]);
                return StaticType.Any;
            case BinaryOperator.In:
                Wanted(binary.Right, right, StaticKind.List);
                return StaticType.Boolean;
            case BinaryOperator.MatchesRegex when binary.Right is Literal:
                Wanted(binary.Right, right, StaticKind.String);
                return StaticType.Boolean;
            case BinaryOperator.StartsWith or BinaryOperator.EndsWith or BinaryOperator.Contains or BinaryOperator.MatchesRegex:
                return StaticType.Boolean;
            default:
                return StaticType.Any;
        }
    }

    private StaticType Index(IndexAccess access)
    {
        var (subject, index) = (Check(access.Subject), Check(access.Index));
        Indexed(access, subject, index);
        return subject is { Kind: StaticKind.List, Element: { } element } ? element : StaticType.Any;
    }

    /// <summary>Of what is written out; what a variable holds is found out when the query runs.</summary>
    private static void Indexed(IndexAccess access, StaticType subject, StaticType index)
    {
        if (!IsWritten(access.Subject) || !(access.Subject is Literal || IsWritten(access.Index)))
        {
            return;
        }

        switch (subject.Kind)
        {
            case StaticKind.List when !index.MayBe(StaticKind.Integer):
                throw CypherErrors.Syntax($"Type mismatch: list index must be given as Integer, but was {index}", access.Span.Start);
            case StaticKind.Map when !index.MayBe(StaticKind.String):
                throw CypherErrors.Syntax($"Type mismatch: map key must be given as String, but was {index}", access.Index.Span.Start);
            case StaticKind.String or StaticKind.Integer or StaticKind.Float or StaticKind.Boolean:
                throw index.Kind == StaticKind.Integer
                    ? CypherErrors.Syntax($"Type mismatch: expected List<T> but was {subject}", access.Subject.Span.Start)
                    : Mismatch(access.Subject, subject, StaticKind.Map, StaticKind.Node, StaticKind.Relationship);
            default:
                break;
        }
    }

    private static bool IsWritten(Expression expression) => expression is Literal or ListLiteral or MapLiteral or SignExpression
        || (expression is FunctionInvocation { Namespace.Count: 0 } call && call.Name.Equals("range", StringComparison.OrdinalIgnoreCase));

    private StaticType Slice(SliceAccess slice)
    {
        var subject = Check(slice.Subject);
        if (slice.Subject is StringLiteral)
        {
            throw CypherErrors.Syntax($"Type mismatch: expected List<T> but was {subject}", slice.Subject.Span.Start);
        }

        foreach (var bound in new[] { slice.From, slice.To }.OfType<Expression>())
        {
            var type = Check(bound);
            _ = bound is Literal ? Wanted(bound, type, StaticKind.Integer) : type;
        }

        return subject.Kind == StaticKind.List ? subject : StaticType.Any;
    }

    private StaticType Call(FunctionInvocation call)
    {
        if (ExpressionTree.IsAggregate(call))
        {
            return Aggregate(call, StaticType.Any);
        }

        if (call is { Namespace.Count: 0, Arguments: [PatternExpression exists] } && call.Name.Equals("exists", StringComparison.OrdinalIgnoreCase))
        {
            return Pattern(exists);
        }

        var arguments = call.Arguments.Select(Check).ToList();
        Written(call, arguments);
        if (call is { Namespace.Count: 0, Arguments: [MapLiteral map] } && call.Name.Equals("point", StringComparison.OrdinalIgnoreCase))
        {
            Coordinates(map);
        }

        if (call.Namespace.Count > 0 || arguments.Count == 0)
        {
            return StaticType.Any;
        }

        var first = arguments[0];
        switch (call.Name.ToUpperInvariant())
        {
            case "LENGTH":
                Wanted(call.Arguments[0], first, StaticKind.Path);
                return StaticType.Integer;
            case "SIZE":
                Wanted(call.Arguments[0], first, StaticKind.List, StaticKind.String);
                return StaticType.Integer;
            case "TYPE":
                Wanted(call.Arguments[0], first, StaticKind.Relationship);
                return StaticType.String;
            case "LABELS":
                Wanted(call.Arguments[0], first, StaticKind.Node);
                return StaticType.ListOf(StaticType.String);
            case "NODES":
                Wanted(call.Arguments[0], first, StaticKind.Path);
                return StaticType.ListOf(StaticType.Node);
            case "RELATIONSHIPS":
                Wanted(call.Arguments[0], first, StaticKind.Path);
                return StaticType.ListOf(StaticType.Relationship);
            case "PROPERTIES":
                Wanted(call.Arguments[0], first, StaticKind.Map, StaticKind.Node, StaticKind.Relationship);
                return StaticType.Map;
            case "STARTNODE" or "ENDNODE":
                Wanted(call.Arguments[0], first, StaticKind.Relationship);
                return StaticType.Node;
            case "RANGE":
                return StaticType.ListOf(StaticType.Integer);
            case "TOSTRING":
                return StaticType.String;
            case "TOINTEGER" or "ID":
                return StaticType.Integer;
            default:
                return StaticType.Any;
        }
    }

    /// <summary>Arguments that are written out are of the types that the function takes. range() is asked when it runs, as the TCK has it.</summary>
    private static void Written(FunctionInvocation call, List<StaticType> types)
    {
        var signatures = call.FullName.Equals("range", StringComparison.OrdinalIgnoreCase) ? [] : FunctionSignature.Of(call.FullName);
        for (var i = 0; i < types.Count; i++)
        {
            if (call.Arguments[i] is (Literal and not NullLiteral) or ListLiteral or MapLiteral && signatures.Count > 0
                && signatures.All(s => i < s.ArgumentTypes.Count && !Takes(s.ArgumentTypes[i], types[i].Kind)))
            {
                throw CypherErrors.Syntax($"Type mismatch: expected {string.Join(" | ", signatures.Select(s => s.ArgumentTypes[i]).Distinct())} but was {types[i]}", call.Arguments[i].Span.Start);
            }
        }
    }

    private static bool Takes(string type, StaticKind kind) => type.Contains("ANY", StringComparison.Ordinal) || kind switch
    {
        StaticKind.Integer => type.Contains("INTEGER", StringComparison.Ordinal) || type.Contains("FLOAT", StringComparison.Ordinal),
        StaticKind.List => type.Contains("LIST", StringComparison.Ordinal) || type.Contains("VECTOR", StringComparison.Ordinal),
        _ => type.Contains(kind.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    private static void Coordinates(MapLiteral map)
    {
        var keys = map.Entries.Select(entry => entry.Key).ToList();
        if (!(keys.Contains("x") && keys.Contains("y")) && !(keys.Contains("latitude") && keys.Contains("longitude")))
        {
            throw CypherErrors.Syntax(
                $"A map with keys {string.Join(", ", keys.Select(key => $"'{key}'"))} is not describing a valid point, a point is described either by using cartesian coordinates "
                + "e.g. {x: 2.3, y: 4.5, crs: 'cartesian'} or using geographic coordinates e.g. {latitude: 12.78, longitude: 56.7, crs: 'WGS-84'}.",
                map.Span.Start);
        }
    }

    private StaticType Aggregate(Expression expression, StaticType result)
    {
        if (!aggregates)
        {
            throw CypherErrors.Syntax("Invalid use of aggregating function in this context", expression.Span.Start);
        }

        if (expression is FunctionInvocation call)
        {
            var inner = new ExpressionChecker(analyzer, names);
            foreach (var argument in call.Arguments)
            {
                inner.Check(argument);
                if (SyntaxWalk.Any(argument, n => n is FunctionInvocation { Namespace.Count: 0, Name: var name } && name.Equals("rand", StringComparison.OrdinalIgnoreCase)))
                {
                    throw CypherErrors.Syntax("Can't use non-deterministic (random) functions inside of aggregate functions.", argument.Span.Start);
                }
            }
        }

        return result;
    }
}
