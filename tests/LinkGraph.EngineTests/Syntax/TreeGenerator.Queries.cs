using CsCheck;
using LinkGraph.Cypher.Syntax.Ast;
using Expression = LinkGraph.Cypher.Syntax.Ast.Expression;

namespace LinkGraph.EngineTests.Syntax;

internal static partial class TreeGenerator
{
    private static readonly Gen<LabelExpression> LabelAtom = Gen.OneOf<LabelExpression>(
        Name.Select(n => (LabelExpression)new LabelName(n)),
        Gen.Const<LabelExpression>(new LabelWildcard()),
        Gen.Select(Leaf, Bool, (e, any) => (LabelExpression)new DynamicLabel(e, any)));

    private static readonly Gen<LabelExpression> Labels = Gen.Recursive<LabelExpression>((depth, labels) =>
        depth >= 2 ? LabelAtom : Gen.Frequency(
            (3, LabelAtom),
            (1, labels.Select(l => (LabelExpression)new LabelNot(l))),
            (1, labels.ListOf(2, 3).Select(l => (LabelExpression)new LabelAnd(l))),
            (1, labels.ListOf(2, 3).Select(l => (LabelExpression)new LabelOr(l)))));

    private static readonly Gen<LabelExpression> PlainLabel = Name.Select(n => (LabelExpression)new LabelName(n));

    private static Gen<NodePattern> Node(int depth, bool written = false)
    {
        var labels = written ? PlainLabel : Labels;
        var where = written ? Gen.Const((Expression?)null) : Expression(depth - 1).OrNull();
        return Gen.Select(Variable.OrNull(), labels.OrNull(), Map(Expression(depth - 1)).OrNull(), where, (v, l, p, w) => new NodePattern(v, l, p, w));
    }

    private static Gen<RelationshipPattern> Relationship(int depth, bool written = false)
    {
        if (written)
        {
            return Gen.Select(Bool, Variable.OrNull(), PlainLabel, Map(Expression(depth - 1)).OrNull(), (left, v, t, p) =>
                new RelationshipPattern(left ? PatternDirection.Incoming : PatternDirection.Outgoing, v, t, null, p, null, null));
        }
        var plain = Gen.Select(Gen.Enum<PatternDirection>(), Variable.OrNull(), Labels.OrNull(), Map(Expression(depth - 1)).OrNull(), Expression(depth - 1).OrNull(),
            (d, v, t, p, w) => new RelationshipPattern(d, v, t, null, p, w, null));
        var length = Gen.Select(Gen.Int[-1, 3], Gen.Int[-1, 5], (least, most) => new VariableLength(least < 0 ? null : least, most < 0 ? null : most));
        var variable = Gen.Select(plain, length, (r, l) => r with { Length = l, Where = null });
        return Gen.Frequency((3, plain), (1, variable));
    }

    private static Gen<SyntaxList<PathElement>> Steps(int depth, int least, bool written = false) =>
        Gen.Select(Node(depth, written), Gen.Select(Relationship(depth, written), Node(depth, written)).Array[least, 2], (first, steps) =>
            SyntaxList.Create<PathElement>([first, .. steps.SelectMany(s => new PathElement[] { s.Item1, s.Item2 })]));

    private static Gen<PathPattern> Path(int depth, bool expression) => expression
        ? Gen.Select(Steps(depth, 1), Gen.Enum<ShortestFunction>(), (steps, function) => new PathPattern(null, null, function, steps))
        : Gen.OneOf(NamedPath(depth), Quantified(depth));

    private static Gen<PathPattern> NamedPath(int depth) =>
        Gen.Select(Variable.OrNull(), Steps(depth, 1), (v, steps) => new PathPattern(v, null, ShortestFunction.None, steps));

    private static Gen<PathPattern> Quantified(int depth)
    {
        var quantifier = Gen.Select(Gen.Int[0, 3], Gen.Int[-1, 3], (least, more) => new PathQuantifier(least, more < 0 ? null : Math.Max(1, least + more)));
        var selector = Gen.Select(Gen.Enum<PathSelectorKind>(), Gen.Int[1, 3], (kind, count) =>
            new PathSelector(kind, kind is PathSelectorKind.All or PathSelectorKind.AllShortest ? 1 : count));
        var inner = Steps(depth, 1).Where(steps => steps.All(s => s is not RelationshipPattern { Length: not null }));
        var path = Gen.Select(inner, Expression(depth - 1).OrNull(), quantifier, (steps, w, q) => (PathElement)new ParenthesizedPath(steps, w, q));
        return Gen.Select(Variable.OrNull(), selector.OrNull(), Node(depth), path, Node(depth), (v, s, a, p, b) => new PathPattern(v, s, ShortestFunction.None, [a, p, b]));
    }

    private static Gen<Query> Query(int depth) => Gen.Select(
        Single(depth), Gen.Int[0, 5], Bool, Single(depth),
        (first, union, all, second) => new Query(first, union > 0 ? [] : [new UnionBranch(all, second)]));

    private static Gen<SingleQuery> Single(int depth) =>
        Gen.Select(Clause(depth).Array[0, 3], Projected(depth), (clauses, p) => new SingleQuery([.. clauses, new ReturnClause(p)]));

    private static Gen<Projection> Projected(int depth)
    {
        var e = Expression(depth - 1);
        var item = Gen.Select(e, Variable.OrNull(), (x, a) => new ProjectionItem(x, a));
        var sort = Gen.Select(e, Bool, (x, d) => new SortItem(x, d));
        return Gen.Select(Bool, Gen.Int[0, 4], item.ListOf(1, 3), sort.ListOf(0, 2), e.OrNull(), e.OrNull(), (distinct, star, items, order, skip, limit) =>
            new Projection(distinct, star == 0, items, order, skip, limit));
    }

    private static Gen<Clause> Clause(int depth)
    {
        var e = Expression(depth - 1);
        var path = Path(depth - 1, expression: false);
        var written = Gen.Select(Variable.OrNull(), Steps(depth - 1, 0, written: true), (v, s) => new PathPattern(v, null, ShortestFunction.None, s));
        // A selector stands only where there is no other path.
        var paths = path.ListOf(1, 2).Select(list => list.Count == 1 ? list : [.. list.Select(p => p with { Selector = null })]);
        var reading = Gen.OneOf<Clause>(
            Gen.Select(Bool, paths, HintGen.ListOf(0, 2), e.OrNull(), (o, p, h, w) => (Clause)new MatchClause(o, p, h, w)),
            Gen.Select(e, Variable, (l, v) => (Clause)new UnwindClause(l, v)),
            Gen.Select(Projected(depth - 1), e.OrNull(), (p, w) => (Clause)new WithClause(p, w)),
            Gen.Select(Bool, e, Variable, Gen.String.OrNull(), (h, u, v, t) => (Clause)new LoadCsvClause(h, u, v, t)),
            Gen.Select(Bool, Name.ListOf(0, 2), Name, e.ListOf(0, 2).OrNull(), YieldGen(e).OrNull(), (o, s, n, a, y) => (Clause)new CallProcedureClause(o, new ProcedureName(s, n), a, y)));
        if (depth <= 0) return reading;
        var updating = Updating(e, written);
        return Gen.Frequency(
            (3, reading),
            (2, updating),
            (1, Gen.Select(Variable, e, updating.ListOf(1, 2), (v, l, u) => (Clause)new ForeachClause(v, l, u))),
            (1, Gen.Select(Bool, ScopeGen.OrNull(), Query(depth - 2), TransactionsGen(e).OrNull(), (o, s, q, t) => (Clause)new CallSubqueryClause(o, s, q, t))));
    }

    private static Gen<Clause> Updating(Gen<Expression> e, Gen<PathPattern> written)
    {
        var property = Gen.Select(Variable, Name, (v, k) => new PropertyAccess(v, k));
        var index = Gen.Select(Variable, e, (v, k) => new IndexAccess(v, k));
        var set = Gen.OneOf<SetItem>(
            Gen.Select(property, e, (t, x) => (SetItem)new SetProperty(t, x)),
            Gen.Select(index, e, (t, x) => (SetItem)new SetDynamicProperty(t, x)),
            Gen.Select(Variable, e, (v, x) => (SetItem)new ReplaceProperties(v, x)),
            Gen.Select(Variable, e, (v, x) => (SetItem)new AddProperties(v, x)),
            Gen.Select(Variable, PlainLabel.ListOf(1, 2), (v, l) => (SetItem)new SetLabels(v, l)));
        var remove = Gen.OneOf<RemoveItem>(
            property.Select(t => (RemoveItem)new RemoveProperty(t)),
            index.Select(t => (RemoveItem)new RemoveDynamicProperty(t)),
            Gen.Select(Variable, PlainLabel.ListOf(1, 2), (v, l) => (RemoveItem)new RemoveLabels(v, l)));
        return Gen.OneOf<Clause>(
            Gen.Select(Bool, written.ListOf(1, 2), (i, p) => (Clause)new CreateClause(i, p)),
            Gen.Select(written, Gen.Select(Bool, set.ListOf(1, 2), (c, s) => new MergeAction(c, s)).ListOf(0, 2), (p, a) => (Clause)new MergeClause(p, a)),
            set.ListOf(1, 3).Select(s => (Clause)new SetClause(s)),
            remove.ListOf(1, 3).Select(r => (Clause)new RemoveClause(r)),
            Gen.Select(Gen.Enum<DeleteMode>(), e.ListOf(1, 2), (m, x) => (Clause)new DeleteClause(m, x)));
    }

    private static readonly Gen<Hint> HintGen = Gen.OneOf<Hint>(
        Gen.Select(Gen.Enum<IndexHintKind>(), Bool, Variable, Name, Name.ListOf(1, 2), (k, s, v, l, p) => (Hint)new IndexHint(k, s, v, l, p)),
        Gen.Select(Variable, Name, (v, l) => (Hint)new ScanHint(v, l)),
        Variable.ListOf(1, 2).Select(v => (Hint)new JoinHint(v)));

    private static readonly Gen<SubqueryScope> ScopeGen =
        Gen.Select(Gen.Int[0, 3], Variable.ListOf(0, 2), (star, v) => star == 0 ? new SubqueryScope(true, []) : new SubqueryScope(false, v));

    private static Gen<Yield> YieldGen(Gen<Expression> e) => Gen.Select(
        Gen.Int[0, 3], Gen.Select(Name, Variable.OrNull(), (c, a) => new YieldItem(c, a)).ListOf(1, 2), e.OrNull(),
        (star, items, where) => star == 0 ? new Yield(true, [], where) : new Yield(false, items, where));

    private static Gen<InTransactions> TransactionsGen(Gen<Expression> e) => Gen.Select(
        Bool, e.OrNull(), e.OrNull(), Gen.Enum<TransactionErrorMode>(), Variable.OrNull(),
        (concurrent, count, size, mode, status) => new InTransactions(concurrent, concurrent ? count : null, size, mode, status));

    /// <summary>Whole statements: queries of several clauses with what may be nested in them.</summary>
    public static readonly Gen<Statement> Statement = Gen.Select(Query(2), Gen.Enum<StatementMode>(), (q, mode) => (Statement)new QueryStatement(q) { Mode = mode });
}
