using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>Reads patterns into a graph: what is written inside them becomes predicates, variables get slots.</summary>
internal sealed class PatternGraphBuilder
{
    private readonly Frame frame;
    private readonly Scope outer;
    private PatternGraph graph = new();
    private readonly Dictionary<string, PatternNode> nodes = new(StringComparer.Ordinal);

    public PatternGraphBuilder(Frame frame, Scope outer) => (this.frame, this.outer, Scope) = (frame, outer, outer);

    /// <summary>The variables from outside, and those of the patterns.</summary>
    public Scope Scope { get; private set; }

    /// <summary>Where each node and relationship as written is.</summary>
    public Dictionary<PathElement, int> Elements { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Slots of what the patterns add.</summary>
    public List<int> Added { get; } = [];

    public PatternGraph Build(IEnumerable<PathPattern> patterns, Expression? where)
    {
        foreach (var pattern in patterns)
        {
            Add(pattern);
        }

        foreach (var predicate in ExpressionTree.Conjuncts(where))
        {
            (Selecting(predicate) ?? graph).Predicates.Add(predicate);
        }

        return graph;
    }

    /// <summary>shortestPath() takes the shortest of those paths for which WHERE is true; selectors select before WHERE is asked.</summary>
    private PatternGraph? Selecting(Expression predicate)
    {
        var names = ExpressionTree.Names(predicate);
        return graph.Shortest.Find(s => s.Pattern.Function != ShortestFunction.None
            && (names.Contains(s.Pattern.Variable?.Name ?? "") || s.Edges.Any(e => names.Contains(e.Name))))?.Inner;
    }

    private void Add(PathPattern pattern)
    {
        var around = graph;
        var selective = pattern.Function != ShortestFunction.None || pattern.Selector is { Kind: not PathSelectorKind.All };
        if (selective)
        {
            graph = new PatternGraph();
        }

        var (pathNodes, pathEdges) = (new List<PatternNode>(), new List<PatternEdge>());
        Walk(pattern.Elements, pathNodes, pathEdges);
        graph.Edges.AddRange(pathEdges);
        PatternPath? path = null;
        if (pattern.Variable is { } variable)
        {
            path = new PatternPath(Slot(variable.Name), pathNodes, pathEdges);
            graph.Paths.Add(path);
        }

        if (selective)
        {
            var (inner, first, last) = (graph, pathNodes[0], pathNodes[^1]);
            graph = around;
            graph.Shortest.Add(new SelectivePath(pattern, first, last, pathEdges, path, inner));
            foreach (var end in new[] { first, last }.Where(e => inner.Nodes.Remove(e)))
            {
                graph.Nodes.Add(end);
            }

            // What is asked of the ends alone narrows down where to search at all.
            foreach (var predicate in inner.Predicates.Where(p => AboutEnds(p, first, last)).ToList())
            {
                inner.Predicates.Remove(predicate);
                graph.Predicates.Add(predicate);
            }
        }
    }

    private bool AboutEnds(Expression predicate, PatternNode first, PatternNode last) =>
        ExpressionTree.Names(predicate).All(n => n == first.Name || n == last.Name || outer.Has(n));

    /// <summary>Where no node is written beside a quantified path, there is one all the same.</summary>
    private void Walk(IEnumerable<PathElement> elements, List<PatternNode> pathNodes, List<PatternEdge> pathEdges)
    {
        PathElement? pending = null;
        foreach (var element in Flat(elements))
        {
            if (element is NodePattern node)
            {
                Arrive(node);
                continue;
            }

            if (pathNodes.Count == 0 || pending is not null)
            {
                Arrive(new NodePattern(null, null, null, null));
            }

            pending = element;
        }

        if (pending is not null)
        {
            Arrive(new NodePattern(null, null, null, null));
        }

        void Arrive(NodePattern node)
        {
            var next = Node(node);
            Elements[node] = next.Slot;
            if (pending is not null)
            {
                pathEdges.Add(Edge(pending, pathNodes[^1], next));
                Elements[pending] = pathEdges[^1].Slot;
                pending = null;
            }

            pathNodes.Add(next);
        }
    }

    /// <summary>Parentheses that are matched once are but a place for a predicate.</summary>
    private IEnumerable<PathElement> Flat(IEnumerable<PathElement> elements)
    {
        foreach (var element in elements)
        {
            if (element is not ParenthesizedPath { Quantifier: null } inner)
            {
                yield return element;
                continue;
            }

            foreach (var part in Flat(inner.Elements))
            {
                yield return part;
            }

            graph.Predicates.AddRange(ExpressionTree.Conjuncts(inner.Where));
        }
    }

    private PatternNode Node(NodePattern pattern)
    {
        var name = pattern.Variable?.Name ?? frame.Anonymous();
        if (!nodes.TryGetValue(name, out var node))
        {
            var bound = outer.Has(name);
            node = new PatternNode(name, bound ? outer[name] : Slot(name), bound);
            nodes.Add(name, node);
            graph.Nodes.Add(node);
        }

        var variable = new Variable(name) { Span = pattern.Span };
        if (pattern.Labels is not null)
        {
            graph.Predicates.AddRange(Labels(variable, pattern.Labels));
        }

        graph.Predicates.AddRange(Properties(variable, pattern.Properties));
        graph.Predicates.AddRange(ExpressionTree.Conjuncts(pattern.Where));
        return node;
    }

    private PatternEdge Edge(PathElement element, PatternNode left, PatternNode right)
    {
        if (element is ParenthesizedPath { Quantifier: not null } path)
        {
            var name = frame.Anonymous();
            return new PatternEdge(name, Slot(name), false, left, right,
                new RelationshipPattern(PatternDirection.Outgoing, null, null, null, null, null, path.Quantifier), Repeated(path));
        }

        var pattern = element as RelationshipPattern ?? throw CypherErrors.NotSupported("This kind of pattern is not known.", element.Span.Start);
        if (pattern.Quantifier is { } quantifier)
        {
            pattern = pattern with { Quantifier = null, Length = new VariableLength(quantifier.Minimum, quantifier.Maximum) };
        }

        var variableName = pattern.Variable?.Name ?? frame.Anonymous();
        var bound = Scope.Has(variableName);
        var edge = new PatternEdge(variableName, bound ? Scope[variableName] : Slot(variableName), bound, left, right, pattern);
        if (pattern.Length is null)
        {
            var variable = new Variable(variableName) { Span = pattern.Span };
            graph.Predicates.AddRange(Properties(variable, pattern.Properties));
            graph.Predicates.AddRange(ExpressionTree.Conjuncts(pattern.Where));
            if (!EdgeTypes.AreNames(pattern.Types))
            {
                graph.Predicates.Add(new LabelPredicate(variable, pattern.Types!));
            }
        }

        return edge;
    }

    private QuantifiedWalk Repeated(ParenthesizedPath path)
    {
        var elements = path.Elements.ToArray();
        foreach (var end in new[] { 0, elements.Length - 1 })
        {
            elements[end] = elements[end] is NodePattern { Variable: null } unnamed ? unnamed with { Variable = new Variable(frame.Anonymous()) } : elements[end];
        }

        var named = path with { Elements = [.. elements] };
        var own = elements.Select(e => (e as NodePattern)?.Variable ?? (e as RelationshipPattern)?.Variable).OfType<Variable>().Select(v => v.Name).Distinct().ToList();
        var needs = new HashSet<string>(StringComparer.Ordinal);
        SyntaxWalk.Variables(named, needs);
        needs.ExceptWith(own);
        return new QuantifiedWalk(named, [.. own.Where(n => !Frame.IsAnonymous(n)).Select(n => (n, Slot(n)))], needs);
    }

    /// <summary>A conjunction of labels is as many predicates.</summary>
    private static IEnumerable<Expression> Labels(Variable variable, LabelExpression labels) => labels is LabelAnd and
        ? and.Operands.SelectMany(l => Labels(variable, l))
        : [new LabelPredicate(variable, labels) { Span = labels.Span }];

    /// <summary>Properties as written in a pattern, as predicates.</summary>
    public static IEnumerable<Expression> Properties(Variable variable, Expression? properties) => properties switch
    {
        null => [],
        MapLiteral map => map.Entries.Select(e => (Expression)new ComparisonExpression(
            new PropertyAccess(variable, e.Key) { Span = e.Span }, [new ComparisonPart(ComparisonOperator.Equal, e.Value)]) { Span = e.Span }),
        _ => [new FunctionInvocation([], ExpressionCompilerNames.HasProperties, false, [variable, properties]) { Span = properties.Span }],
    };

    private int Slot(string name)
    {
        var slot = frame.Add();
        Added.Add(slot);
        Scope = Scope.With(name, slot);
        return slot;
    }
}
