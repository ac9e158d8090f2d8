using LinkGraph.Cypher.Syntax;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Planning;

/// <summary>Reads patterns into a graph: what is written inside them becomes predicates, variables get slots.</summary>
internal sealed class PatternGraphBuilder
{
    private readonly Frame frame;
    private readonly Scope outer;
    private readonly PatternGraph graph = new();
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

        graph.Predicates.AddRange(ExpressionTree.Conjuncts(where));
        return graph;
    }

    private void Add(PathPattern pattern)
    {
        var (pathNodes, pathEdges) = (new List<PatternNode>(), new List<PatternEdge>());
        PathElement? pending = null;
        foreach (var element in pattern.Elements)
        {
            if (element is NodePattern node)
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
            else if (element is ParenthesizedPath { Quantifier: null } inner && pathNodes.Count == 0)
            {
                Add(new PathPattern(null, null, ShortestFunction.None, inner.Elements));
                graph.Predicates.AddRange(ExpressionTree.Conjuncts(inner.Where));
            }
            else
            {
                if (pathNodes.Count == 0 || pending is not null)
                {
                    throw CypherErrors.NotSupported("A quantified path stands between two nodes.", element.Span.Start);
                }

                pending = element;
            }
        }

        if (pending is not null)
        {
            throw CypherErrors.NotSupported("A quantified path stands between two nodes.", pending.Span.Start);
        }

        graph.Edges.AddRange(pattern.Function == ShortestFunction.None && pattern.Selector is null ? pathEdges : []);
        PatternPath? path = null;
        if (pattern.Variable is { } variable)
        {
            path = new PatternPath(Slot(variable.Name), pathNodes, pathEdges);
            if (pattern.Function == ShortestFunction.None && pattern.Selector is null)
            {
                graph.Paths.Add(path);
            }
        }

        if (pattern.Function != ShortestFunction.None || pattern.Selector is not null)
        {
            graph.Shortest.Add((pattern, pathEdges.Count == 1
                ? pathEdges[0]
                : throw CypherErrors.NotSupported("A shortest path is asked for over one relationship pattern.", pattern.Span.Start), path));
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
            return new PatternEdge(frame.Anonymous(), Slot(frame.Anonymous()), false, left, right,
                new RelationshipPattern(PatternDirection.Outgoing, null, null, null, null, null, path.Quantifier), new QuantifiedWalk(path));
        }

        var pattern = element as RelationshipPattern ?? throw CypherErrors.NotSupported("This kind of pattern is not known.", element.Span.Start);
        if (pattern.Quantifier is { } quantifier)
        {
            pattern = pattern with { Quantifier = null, Length = new VariableLength(quantifier.Minimum, quantifier.Maximum) };
        }

        var name = pattern.Variable?.Name ?? frame.Anonymous();
        var bound = Scope.Has(name);
        var edge = new PatternEdge(name, bound ? Scope[name] : Slot(name), bound, left, right, pattern);
        if (pattern.Length is null)
        {
            var variable = new Variable(name) { Span = pattern.Span };
            graph.Predicates.AddRange(Properties(variable, pattern.Properties));
            graph.Predicates.AddRange(ExpressionTree.Conjuncts(pattern.Where));
            if (!EdgeTypes.AreNames(pattern.Types))
            {
                graph.Predicates.Add(new LabelPredicate(variable, pattern.Types!));
            }
        }

        return edge;
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
