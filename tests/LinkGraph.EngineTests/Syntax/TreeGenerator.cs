using CsCheck;
using LinkGraph.Cypher.Syntax.Ast;
using Expression = LinkGraph.Cypher.Syntax.Ast.Expression;

namespace LinkGraph.EngineTests.Syntax;

/// <summary>Random syntax trees of the shapes the parser makes.</summary>
internal static partial class TreeGenerator
{
    private static readonly string[] NameParts =
    [
        "a", "n", "Label", "x_1", "été", "中文", "with space", "a`b", "1st", "match", "NOT", "case", "IS", "where", "in", "null", "Count", "exists",
        "all", "any", "shortest", "from", "trim", "distinct", "and", "end", "typed", "u0041", "a\\b", "a\\u0041", "shortestPath", "on", "for", "list",
    ];

    private static readonly Gen<string> Name = Gen.OneOf(NameParts);
    private static readonly Gen<bool> Bool = Gen.Bool;
    private static readonly Gen<Variable> Variable = Name.Select(n => new Variable(n));
    private static readonly Gen<Parameter> Parameter = Name.Select(n => new Parameter(n));

    public static Gen<SyntaxList<T>> ListOf<T>(this Gen<T> item, int least, int most) => item.Array[least, most].Select(a => SyntaxList.Create<T>(a));

    public static Gen<T?> OrNull<T>(this Gen<T> item) where T : class => Gen.Frequency((1, Gen.Const((T?)null)), (1, item.Select(x => (T?)x)));

    private static readonly Gen<Expression> Literal = Gen.OneOf<Expression>(
        Gen.Const<Expression>(new NullLiteral()),
        Bool.Select(b => (Expression)new BooleanLiteral(b)),
        Gen.OneOf(Gen.Long, Gen.Long[-3, 3], Gen.OneOf(long.MinValue, long.MaxValue)).Select(i => (Expression)new IntegerLiteral(i)),
        Gen.OneOf(Gen.Double.Where(double.IsFinite), Gen.OneOf(0.0, -0.0, 1.0, 1e300, 1e-300, double.NaN, double.PositiveInfinity, double.Epsilon))
            .Select(d => (Expression)new FloatLiteral(d)),
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab'\"\\u\n\r\t/*0"], 0, 8]).Select(s => (Expression)new StringLiteral(s)));

    private static readonly Gen<Expression> Leaf = Gen.OneOf<Expression>(
        Literal, Variable.Select(v => (Expression)v), Parameter.Select(p => (Expression)p), Gen.Const<Expression>(new CountStar()));

    private static readonly Gen<CypherType> Type = Gen.Recursive<CypherType>((depth, type) =>
    {
        var scalar = Gen.Select(Gen.Enum<CypherTypeKind>(), Bool, (kind, notNull) => (CypherType)new ScalarType(kind, notNull));
        return depth >= 2 ? scalar : Gen.Frequency(
            (3, scalar),
            (1, Gen.Select(type, Bool, (item, notNull) => (CypherType)new ListType(item, notNull))),
            (1, type.ListOf(2, 3).Select(parts => (CypherType)new UnionType(parts))));
    });

    private static readonly Gen<Expression>[] Cache = [.. Enumerable.Range(0, 4).Select(d => Lazily(() => Build(d)))];

    /// <summary>Expressions up to a depth of 3.</summary>
    public static Gen<Expression> Expression(int depth) => depth <= 0 ? Leaf : Cache[depth];

    private static Gen<Expression> Lazily(Func<Gen<Expression>> build)
    {
        var built = new Lazy<Gen<Expression>>(build);
        return Gen.Const(0).SelectMany(_ => built.Value);
    }

    private static Gen<Expression> Build(int depth)
    {
        var e = Expression(depth - 1);
        return Gen.Frequency(
            (3, Leaf),
            (6, Operators(e)),
            (3, Brackets(e, depth)),
            (2, Scopes(e, depth)));
    }

    private static Gen<Expression> Operators(Gen<Expression> e) => Gen.OneOf<Expression>(
        Gen.Select(Gen.Enum<LogicalOperator>(), e.ListOf(2, 3), (o, list) => (Expression)new LogicalExpression(o, list)),
        e.Select(x => (Expression)new NotExpression(x)),
        Gen.Select(e, Gen.Select(Gen.Enum<ComparisonOperator>(), e, (o, x) => new ComparisonPart(o, x)).ListOf(1, 2), (x, rest) => (Expression)new ComparisonExpression(x, rest)),
        Gen.Select(Gen.Enum<BinaryOperator>(), e, e, (o, l, r) => (Expression)new BinaryExpression(o, l, r)),
        Gen.Select(Bool, e, (n, x) => (Expression)new SignExpression(n, x)),
        Gen.Select(e, Bool, (x, n) => (Expression)new IsNullExpression(x, n)),
        Gen.Select(e, Bool, Gen.Enum<NormalForm>(), (x, n, f) => (Expression)new IsNormalizedExpression(x, n, f)),
        Gen.Select(e, Bool, Type, (x, n, t) => (Expression)new IsTypedExpression(x, n, t)),
        Gen.Select(e, Labels, (x, l) => (Expression)new LabelPredicate(x, l)));

    private static Gen<Expression> Brackets(Gen<Expression> e, int depth) => Gen.OneOf<Expression>(
        Gen.Select(e, Name, (x, k) => (Expression)new PropertyAccess(x, k)),
        Gen.Select(e, e, (x, i) => (Expression)new IndexAccess(x, i)),
        Gen.Select(e, e, e.OrNull(), (x, f, t) => (Expression)new SliceAccess(x, f, t)),
        Gen.Select(e, e, (x, t) => (Expression)new SliceAccess(x, null, t)),
        e.ListOf(0, 3).Select(items => (Expression)new ListLiteral(items)),
        Map(e).Select(m => (Expression)m),
        Gen.Select(Name.ListOf(0, 2), Name, Bool, e.ListOf(1, 2), (space, name, distinct, list) => (Expression)new FunctionInvocation(space, name, distinct, list)),
        Gen.Select(Variable, MapItem(e).ListOf(0, 3), (v, items) => (Expression)new MapProjection(v, items)),
        Path(depth - 1, expression: true).Select(p => (Expression)new PatternExpression(p)));

    private static Gen<MapLiteral> Map(Gen<Expression> e) =>
        Gen.Select(Name, e, (k, v) => new MapEntry(k, v)).ListOf(0, 2).Select(entries => new MapLiteral(entries));

    private static Gen<MapProjectionItem> MapItem(Gen<Expression> e) => Gen.OneOf<MapProjectionItem>(
        Gen.Const<MapProjectionItem>(new ProjectedAll()),
        Name.Select(n => (MapProjectionItem)new ProjectedProperty(n)),
        Variable.Select(v => (MapProjectionItem)new ProjectedVariable(v)),
        Gen.Select(Name, e, (k, v) => (MapProjectionItem)new ProjectedEntry(k, v)));

    private static Gen<Expression> Scopes(Gen<Expression> e, int depth) => Gen.OneOf<Expression>(
        Gen.Select(Variable, e, e.OrNull(), e.OrNull(), (v, l, w, p) => (Expression)new ListComprehension(v, l, w, p)),
        Gen.Select(NamedPath(depth - 1), e.OrNull(), e, (p, w, x) => (Expression)new PatternComprehension(p, w, x)),
        Gen.Select(Variable, e, Variable, e, e, (a, i, v, l, b) => (Expression)new ReduceExpression(a, i, v, l, b)),
        Gen.Select(Gen.Enum<QuantifierKind>(), Variable, e, e, (k, v, l, w) => (Expression)new QuantifierExpression(k, v, l, w)),
        Gen.Select(Gen.Select(e, e, (c, r) => new CaseBranch(c, r)).ListOf(1, 2), e.OrNull(), (b, x) => (Expression)new SearchedCase(b, x)),
        Gen.Select(e, Gen.Select(CaseTest(e).ListOf(1, 2), e, (t, r) => new SimpleCaseBranch(t, r)).ListOf(1, 2), e.OrNull(), (s, b, x) => (Expression)new SimpleCase(s, b, x)),
        Query(depth - 1).Select(q => (Expression)new ExistsExpression(q)),
        Query(depth - 1).Select(q => (Expression)new CountExpression(q)),
        Query(depth - 1).Select(q => (Expression)new CollectExpression(q)));

    private static Gen<Expression> CaseTest(Gen<Expression> e) => Gen.OneOf<Expression>(
        Gen.Select(Gen.Enum<ComparisonOperator>(), e, (o, x) => (Expression)new ComparisonExpression(new CaseSubject(), [new ComparisonPart(o, x)])),
        Gen.Select(Gen.OneOf(BinaryOperator.StartsWith, BinaryOperator.EndsWith, BinaryOperator.MatchesRegex), e, (o, x) => (Expression)new BinaryExpression(o, new CaseSubject(), x)),
        Bool.Select(n => (Expression)new IsNullExpression(new CaseSubject(), n)),
        Gen.Select(Bool, Type, (n, t) => (Expression)new IsTypedExpression(new CaseSubject(), n, t)));
}
